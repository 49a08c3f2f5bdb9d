using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Transport;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class BusDriverTests
{
    private const string Driver = "org.freedesktop.DBus";
    private const string DriverPath = "/org/freedesktop/DBus";
    private const string Error = "org.freedesktop.DBus.Error.";

    [Theory]
    [InlineData(Driver, DriverPath)]
    [InlineData(Driver, "/")]
    [InlineData(Daemon, "/")]
    [InlineData(Daemon, Adapter)]
    [InlineData(Daemon, "/nowhere")]
    public async Task Everything_is_a_peer(string destination, string path)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        await ExpectAsync(client.CallAsync(destination, path, "org.freedesktop.DBus.Peer", "Ping"));
        Message id = await ExpectAsync(client.CallAsync(destination, path, "org.freedesktop.DBus.Peer", "GetMachineId"));
        FirstString(id).ShouldMatch("^[0-9a-f]{32}$");
    }

    [Theory]
    [InlineData("GetConnectionUnixUser", Error + "NameHasNoOwner")]
    [InlineData("GetConnectionUnixProcessID", Error + "NameHasNoOwner")]
    [InlineData("GetConnectionCredentials", Error + "NameHasNoOwner")]
    [InlineData("ListQueuedOwners", Error + "NameHasNoOwner")]
    [InlineData("GetAdtAuditSessionData", Error + "NameHasNoOwner")]
    [InlineData("StartServiceByName", Error + "UnknownMethod")]
    [InlineData("RemoveMatch", Error + "MatchRuleInvalid")]
    public async Task A_name_that_nobody_has_is_an_error(string member, string error)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        (await client.CallBusAsync(member, "org.nobody")).Header.ErrorName.ShouldBe(error);
    }

    [Fact]
    public async Task The_bus_tells_who_is_behind_a_name_as_far_as_the_kernel_does()
    {
        await using var rig = new BusRig();
        BusTestClient known = await rig.EnterAsync(processId: 4711);
        BusTestClient hidden = await rig.EnterAsync(processId: 0);

        (await CredentialsAsync(known, known)).ShouldBe($"UnixUserID={PeerCredentials.OfThisProcess.UserId} ProcessID=4711");
        (await CredentialsAsync(known, hidden)).ShouldBe($"UnixUserID={PeerCredentials.OfThisProcess.UserId}");
        (await known.CallBusAsync("GetConnectionUnixProcessID", hidden.UniqueName)).Header.ErrorName.ShouldBe(Error + "UnixProcessIdUnknown");
        (await known.CallBusAsync("GetConnectionSELinuxSecurityContext", Daemon)).Header.ErrorName
            .ShouldBe(Error + "SELinuxSecurityContextUnknown");
    }

    [Fact]
    public async Task What_a_system_bus_does_not_do_is_refused_and_the_rest_is_done()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        await ExpectAsync(client.CallAsync(Driver, DriverPath, Driver, "ReloadConfig"));
        (await client.CallAsync(Driver, DriverPath, Driver, "Hello")).Header.ErrorName.ShouldBe(Error + "Failed");
        Message refusal = await client.CallAsync(
            Driver, DriverPath, Driver, "UpdateActivationEnvironment", "a{ss}", static body => body.WriteProperties([]));
        refusal.Header.ErrorName.ShouldBe(Error + "AccessDenied");
    }

    [Fact]
    public async Task Who_wants_no_answer_gets_none_not_even_an_error()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        client.Flags = MessageFlags.NoReplyExpected;
        await client.SendCallAsync(Daemon, Adapter, "org.freedesktop.DBus.Introspectable", "Introspect");
        await client.SendCallAsync(Daemon, "/nowhere", "a.b", "C");
        await client.SendCallAsync("org.nobody", "/", "a.b", "C");
        client.Flags = MessageFlags.None;
        client.Seen.Clear();
        await ExpectAsync(client.CallAsync(Driver, DriverPath, "org.freedesktop.DBus.Peer", "Ping"));
        client.Seen.ShouldBe(["reply"]);
    }

    [Fact]
    public async Task A_client_has_so_many_match_rules_and_no_more()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync(wantsSignals: false);
        for (int i = 0; i < DBusLimits.MostMatchRules; i++)
        {
            await client.AddMatchAsync($"member='M{i}'");
        }

        (await client.CallBusAsync("AddMatch", "member='More'")).Header.ErrorName.ShouldBe(Error + "LimitsExceeded");
        await ExpectAsync(client.CallBusAsync("RemoveMatch", "member=M7"));
        (await client.CallBusAsync("RemoveMatch", "member='M7'")).Header.ErrorName.ShouldBe(Error + "MatchRuleNotFound");
        await client.AddMatchAsync("member='More'");
    }

    [Fact]
    public async Task A_client_may_write_its_numbers_the_other_way_round()
    {
        await using var rig = new BusRig();
        BusTestClient client = rig.Open();
        client.IsBigEndian = true;
        await client.SayHelloAsync();
        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Connect"));

        FirstBytes(await ExpectAsync(client.ReadAsync(BusRig.Serial))).ShouldBe([0x53, 0x4E]);
        await ExpectAsync(client.WriteAsync(BusRig.ControlPoint, 1, 2, 3));
        rig.Holder.ControlPoint.Written.ShouldHaveSingleItem().ShouldBe([1, 2, 3]);
    }

    private static async Task<string> CredentialsAsync(BusTestClient asker, BusTestClient asked)
    {
        MessageReader arguments = (await ExpectAsync(asker.CallBusAsync("GetConnectionCredentials", asked.UniqueName))).Arguments;
        return string.Join(' ', ValueReader.ReadOptions(ref arguments).Select(pair => $"{pair.Key}={pair.Value.Value}"));
    }
}
