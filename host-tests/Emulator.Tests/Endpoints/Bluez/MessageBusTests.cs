using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class MessageBusTests
{
    private const string Driver = "org.freedesktop.DBus";
    private const string DriverPath = "/org/freedesktop/DBus";

    [Fact]
    public async Task Each_client_has_a_name_of_its_own_and_the_others_hear_of_it()
    {
        await using var rig = new BusRig();
        BusTestClient first = await rig.EnterAsync();
        await first.AddMatchAsync("type='signal',member='NameOwnerChanged'");
        BusTestClient second = await rig.EnterAsync();

        second.UniqueName.ShouldNotBe(first.UniqueName);
        FirstString(await first.NextSignalAsync("NameOwnerChanged")).ShouldBe(second.UniqueName);
        FirstString(await second.NextSignalAsync("NameAcquired")).ShouldBe(second.UniqueName);

        await second.DisposeAsync();
        FirstString(await first.NextSignalAsync("NameOwnerChanged")).ShouldBe(second.UniqueName);
    }

    [Fact]
    public async Task Another_user_does_not_get_in()
    {
        await using var rig = new BusRig();
        BusTestClient stranger = rig.Open(userId: 4711);

        await stranger.WaitForEndAsync();
        (await rig.Log.WaitForAsync("refused")).ShouldContain("only the user who runs the emulator");
    }

    [Fact]
    public async Task Whoever_does_not_say_Hello_first_is_dropped()
    {
        await using var rig = new BusRig();
        BusTestClient client = rig.Open();
        await client.SendAsync("\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n"u8.ToArray());
        await client.SendCallAsync(Daemon, "/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects");

        await client.WaitForEndAsync();
        (await rig.Log.WaitForAsync("ended")).ShouldContain("before Hello");
    }

    [Theory]
    [InlineData(Daemon, "/nowhere", "a.b", "C", "UnknownObject")]
    [InlineData(Daemon, Adapter, "a.b", "C", "UnknownInterface")]
    [InlineData(Daemon, Adapter, "org.bluez.Adapter1", "Fly", "UnknownMethod")]
    [InlineData(Daemon, Adapter, null, "Fly", "UnknownMethod")]
    [InlineData(Daemon, Adapter, "org.bluez.Adapter1", "RemoveDevice", "UnknownMethod")]
    [InlineData("org.nobody", "/", "a.b", "C", "ServiceUnknown")]
    [InlineData(":1.99", "/", "a.b", "C", "ServiceUnknown")]
    [InlineData(Driver, DriverPath, Driver, "BecomeMonitor", "UnknownMethod")]
    public async Task What_does_not_exist_has_the_standard_error(string destination, string path, string? interfaceName, string member, string error)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        (await client.CallAsync(destination, path, interfaceName, member)).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error." + error);
    }

    [Theory]
    [InlineData("Nothing", "x", "UnknownProperty")]
    [InlineData("Address", "x", "PropertyReadOnly")]
    [InlineData("Powered", "x", "InvalidArgs")]
    public async Task A_property_that_cannot_be_set_has_the_standard_error(string property, object value, string error)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        (await SetAsync(client, property, value)).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error." + error);
    }

    [Fact]
    public async Task A_property_that_is_set_is_told_to_those_who_want_it()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        BusTestClient deaf = await rig.EnterAsync(wantsSignals: false);

        await ExpectAsync(SetAsync(client, "Alias", "mine"));

        await client.NextSignalAsync("PropertiesChanged");
        client.Seen.ShouldContain("Alias=mine");
        (await client.GetAsync(Adapter, "org.bluez.Adapter1", "Alias")).ShouldBe("mine");
        await deaf.GetAsync(Adapter, "org.bluez.Adapter1", "Alias");
        deaf.Seen.ShouldNotContain("Alias=mine");
    }

    [Fact]
    public async Task Introspection_leads_from_the_root_to_everything()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        var visited = new List<string>();
        var waiting = new Stack<string>(["/"]);
        while (waiting.TryPop(out string? path))
        {
            string text = FirstString(await ExpectAsync(client.CallAsync(Daemon, path, "org.freedesktop.DBus.Introspectable", "Introspect")));
            var settings = new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Ignore };
            using var xml = System.Xml.XmlReader.Create(new StringReader(text), settings);
            System.Xml.Linq.XElement node = System.Xml.Linq.XElement.Load(xml);
            visited.Add(path);
            foreach (System.Xml.Linq.XElement child in node.Elements("node"))
            {
                waiting.Push($"{path.TrimEnd('/')}/{child.Attribute("name")!.Value}");
            }
        }

        (await client.ListObjectsAsync()).ShouldBeSubsetOf(visited);
        visited.ShouldContain(BusRig.Battery + "/desc0009");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clients_can_talk_to_each_other_in_either_byte_order(bool isBigEndian)
    {
        await using var rig = new BusRig();
        BusTestClient caller = await rig.EnterAsync();
        BusTestClient called = await rig.EnterAsync();
        caller.IsBigEndian = isBigEndian;

        await caller.SendCallAsync(called.UniqueName, "/a", "b.c", "D", "s", body => body.WriteString("hello"));

        Message call;
        do
        {
            call = await called.ReceiveAsync();
        }
        while (call.Header.Member != "D");
        call.Header.Sender.ShouldBe(caller.UniqueName);
        FirstString(call).ShouldBe("hello");
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_dropped_and_the_others_are_served()
    {
        await using var rig = new BusRig();
        BusTestClient flood = await rig.EnterAsync();
        BusTestClient client = await rig.EnterAsync();
        Task<string> dropped = rig.Log.WaitForAsync("does not read");
        try
        {
            while (!dropped.IsCompleted)
            {
                await flood.SendCallAsync(Daemon, Adapter, "org.freedesktop.DBus.Introspectable", "Introspect");
            }
        }
        catch (InvalidOperationException)
        {
            // The bus has closed its end.
        }

        await dropped;
        await client.GetAsync(Adapter, "org.bluez.Adapter1", "Powered");
    }

    private static Task<Message> SetAsync(BusTestClient client, string property, object value) =>
        client.CallAsync(Daemon, Adapter, Properties, "Set", "ssv", body =>
        {
            body.WriteString("org.bluez.Adapter1");
            body.WriteString(property);
            body.WriteVariant(value);
        });
}
