using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Endpoints.Bluez.Daemon;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Tests.Gatt;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class DiscoveryTests
{
    [Fact]
    public async Task A_device_is_there_from_its_first_advertisement_on_and_stays_after_discovery()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        (await client.ListObjectsAsync()).ShouldNotContain(BusRig.Device);

        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        FirstString(await client.NextSignalAsync("InterfacesAdded")).ShouldBe(BusRig.Device);
        FirstString(await client.NextSignalAsync("InterfacesAdded")).ShouldBe(BusRig.OtherDevice);
        (await client.GetAsync(BusRig.Device, "org.bluez.Device1", "RSSI")).ShouldBeOfType<short>().ShouldBeInRange((short)-75, (short)-45);
        (await client.GetAsync(BusRig.Device, "org.bluez.Device1", "Name")).ShouldBe("IQOS test");
        (await client.GetAsync(BusRig.Device, "org.bluez.Device1", "Address")).ShouldBe("C0:00:00:00:00:01");
        await ExpectAsync(client.CallAdapterAsync("StopDiscovery"));

        (await client.ListObjectsAsync()).ShouldContain(BusRig.Device);
        (await client.CallAsync(Daemon, BusRig.Device, Properties, "Get", "ss", static body =>
        {
            body.WriteString("org.bluez.Device1");
            body.WriteString("RSSI");
        })).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error.UnknownProperty");
    }

    [Fact]
    public async Task While_anybody_discovers_the_strength_of_the_signal_goes_on_changing()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        BusTestClient other = await rig.EnterAsync();
        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        await ExpectAsync(other.CallAdapterAsync("StartDiscovery"));
        (await client.CallAdapterAsync("StartDiscovery")).Header.ErrorName.ShouldBe("org.bluez.Error.InProgress");
        await ExpectAsync(client.CallAdapterAsync("StopDiscovery"));
        (await client.CallAdapterAsync("StopDiscovery")).Header.ErrorName.ShouldBe("org.bluez.Error.Failed");

        while (client.Seen.Count(line => line.StartsWith("RSSI=", StringComparison.Ordinal)) < 3)
        {
            await client.ReceiveAsync();
        }

        await other.DisposeAsync();
        while (!client.Seen.Contains("Discovering=False"))
        {
            await client.ReceiveAsync();
        }
    }

    [Theory]
    [InlineData("UUIDs", SmallHolder.CoreService, true)]
    [InlineData("UUIDs", "0000180F-0000-1000-8000-00805f9b34fb", false)]
    [InlineData("Pattern", "IQOS", true)]
    [InlineData("Pattern", "c0:00:00:00:00:01", true)]
    [InlineData("Pattern", "QIOS", false)]
    [InlineData("Transport", "le", true)]
    [InlineData("Transport", "bredr", false)]
    [InlineData("RSSI", (short)-90, true)]
    [InlineData("RSSI", (short)-20, false)]
    public async Task A_filter_lets_pass_what_it_says(string option, object value, bool isFound)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        await ExpectAsync(SetFilterAsync(client, option, option == "UUIDs" ? new[] { (string)value } : value));
        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        (await client.ListObjectsAsync()).Contains(BusRig.Device).ShouldBe(isFound);
    }

    [Theory]
    [InlineData("Colour", "blue")]
    [InlineData("RSSI", "loud")]
    [InlineData("Transport", "rail")]
    public async Task A_filter_that_makes_no_sense_is_refused(string option, object value)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        (await SetFilterAsync(client, option, value)).Header.ErrorName.ShouldBe("org.bluez.Error.InvalidArguments");
    }

    [Fact]
    public async Task A_device_that_is_removed_comes_back_with_the_next_advertisement()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.DiscoverAsync();
        await ExpectAsync(client.CallAsync(Daemon, Adapter, "org.bluez.Adapter1", "RemoveDevice", "o", static body => body.WriteString(BusRig.Device)));
        (await client.ListObjectsAsync()).ShouldNotContain(BusRig.Device);
        (await client.CallDeviceAsync(BusRig.Device, "Connect")).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error.UnknownObject");

        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        (await client.ListObjectsAsync()).ShouldContain(BusRig.Device);
    }

    [Fact]
    public void A_holder_is_heard_the_worse_the_farther_it_is()
    {
        var path = new RadioPath(1);
        (double near, double far) = (Mean(path, 1), Mean(path, 10));
        near.ShouldBe(-59, 1);
        far.ShouldBe(-79, 1);
        path.TryHear(1000, out _).ShouldBeFalse();
        Enumerable.Range(0, 20).Select(_ => path.TryHear(1, out short rssi) ? rssi : 0).Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Units_have_addresses_of_their_own_that_are_random_static_ones()
    {
        string[] addresses = [.. Enumerable.Range(0, 200).Select(unit => BluetoothAddress.OfUnit($"S{unit}").ToString())];
        addresses.Distinct().Count().ShouldBe(200);
        addresses.ShouldAllBe(address => address[0] >= 'C' && address.Length == 17);
        BluetoothAddress.OfUnit("S1").ShouldBe(BluetoothAddress.OfUnit("S1"));
    }

    private static double Mean(RadioPath path, double metres) =>
        Enumerable.Range(0, 400).Average(_ => path.TryHear(metres, out short rssi) ? rssi : throw new InvalidOperationException());

    private static Task<Message> SetFilterAsync(BusTestClient client, string option, object value) =>
        client.CallAsync(Daemon, Adapter, "org.bluez.Adapter1", "SetDiscoveryFilter", "a{sv}", body => body.WriteProperties([new(option, value)]));
}
