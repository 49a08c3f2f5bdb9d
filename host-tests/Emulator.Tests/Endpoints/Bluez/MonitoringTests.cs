using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class MonitoringTests
{
    [Fact]
    public async Task A_monitor_sees_calls_answers_and_signals_of_others_and_is_no_client_any_more()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        BusTestClient monitor = await rig.EnterAsync(processId: 2, wantsSignals: false);
        await ExpectAsync(BecomeMonitorAsync(monitor, []));
        (await client.CallBusAsync("NameHasOwner", monitor.UniqueName)).Body.ShouldBe([0, 0, 0, 0]);

        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));

        (MessageType Type, string? Member)[] expected =
        [
            (MessageType.MethodCall, "StartDiscovery"), (MessageType.MethodReturn, null), (MessageType.Signal, "PropertiesChanged"),
        ];
        var seen = new List<(MessageType, string?)>();
        while (seen.Count < expected.Length)
        {
            Message message = await monitor.ReceiveAsync();
            if (seen.Count > 0 || message.Header.Member == "StartDiscovery")
            {
                seen.Add((message.Header.Type, message.Header.Member));
            }
        }

        seen.ShouldBe(expected);
    }

    [Fact]
    public async Task A_monitor_sees_what_its_rules_take()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        BusTestClient monitor = await rig.EnterAsync(processId: 2, wantsSignals: false);
        await ExpectAsync(BecomeMonitorAsync(monitor, ["type='method_call',member='StopDiscovery'", "type='error'"]));
        FirstString(await monitor.NextSignalAsync("NameLost")).ShouldBe(monitor.UniqueName);

        await ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        await ExpectAsync(client.CallAdapterAsync("StopDiscovery"));
        await client.CallAdapterAsync("StopDiscovery");

        (await monitor.ReceiveAsync()).Header.Member.ShouldBe("StopDiscovery");
        (await monitor.ReceiveAsync()).Header.Member.ShouldBe("StopDiscovery");
        (await monitor.ReceiveAsync()).Header.ErrorName.ShouldBe("org.bluez.Error.Failed");
    }

    [Fact]
    public async Task A_monitor_that_speaks_is_dropped()
    {
        await using var rig = new BusRig();
        BusTestClient monitor = await rig.EnterAsync(wantsSignals: false);
        await ExpectAsync(BecomeMonitorAsync(monitor, []));
        await monitor.SendCallAsync(Daemon, "/", "org.freedesktop.DBus.Peer", "Ping");
        await monitor.WaitForEndAsync();
        (await rig.Log.WaitForAsync("ended")).ShouldContain("a monitor sent a message");
    }

    private static Task<Message> BecomeMonitorAsync(BusTestClient client, string[] rules) =>
        client.CallAsync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Monitoring", "BecomeMonitor", "asu", body =>
        {
            body.WriteStrings(rules);
            body.WriteUInt32(0);
        });
}
