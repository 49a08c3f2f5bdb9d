using System.Xml.Linq;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class PropertyTests
{
    [Fact]
    public async Task Every_object_is_listed_with_properties_of_the_types_that_introspection_names()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        await ExpectAsync(client.ReadAsync(BusRig.Serial));

        foreach ((string path, string interfaceName, Dictionary<string, Variant> properties) in await client.ListPropertiesAsync())
        {
            Message reply = await ExpectAsync(client.CallAsync(Daemon, path, "org.freedesktop.DBus.Introspectable", "Introspect"));
            Dictionary<string, string> types = XDocument.Parse(FirstString(reply)).Descendants("interface")
                .Single(element => element.Attribute("name")!.Value == interfaceName).Elements("property")
                .ToDictionary(element => element.Attribute("name")!.Value, element => element.Attribute("type")!.Value, StringComparer.Ordinal);
            foreach ((string name, Variant value) in properties)
            {
                value.Signature.ShouldBe(types[name], $"{path} {interfaceName} {name}");
            }
        }
    }

    /// <summary>As far as the daemon's own documentation goes (doc/org.bluez.*.rst), and without what a holder does not send.</summary>
    [Theory]
    [InlineData(BusRig.Device, "Adapter Address AddressType AdvertisingFlags Alias Blocked Bonded Connected LegacyPairing Name Paired RSSI ServicesResolved Trusted UUIDs WakeAllowed")]
    [InlineData(BusRig.Device + "/service0001", "Device Handle Includes Primary UUID")]
    [InlineData(BusRig.Serial, "Flags Handle MTU Service UUID Value")]
    [InlineData(BusRig.Battery, "Flags Handle MTU Notifying Service UUID")]
    [InlineData(BusRig.Battery + "/desc0009", "Characteristic Handle UUID")]
    public async Task A_client_finds_these_properties(string path, string names)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.DiscoverAsync();
        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Connect"));
        await ExpectAsync(client.ReadAsync(BusRig.Serial));

        List<(string Path, string Interface, Dictionary<string, Variant> Properties)> listed = await client.ListPropertiesAsync();

        listed.Single(found => found.Path == path).Properties.Keys.Order(StringComparer.Ordinal).ShouldBe(names.Split(' '));
    }

    [Theory]
    [InlineData("Address", "02:00:00:00:00:01")]
    [InlineData("Class", 0u)]
    [InlineData("Pairable", true)]
    [InlineData("Discoverable", false)]
    [InlineData("Version", (byte)13)]
    public async Task The_adapter_tells_what_it_is(string property, object value)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        (await client.GetAsync(Adapter, "org.bluez.Adapter1", property)).ShouldBe(value);
    }
}
