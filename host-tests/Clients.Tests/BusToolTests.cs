using System.Text.Json;

namespace IqosDevice.Clients.Tests;

/// <summary>Programs that look at any system bus: what people use who write a client.</summary>
public sealed class BusToolTests(WalkTests.Fixture fixture) : IClassFixture<WalkTests.Fixture>
{
    private const int TimeoutMs = 120_000;
    private const string Adapter = "/org/bluez/hci0";

    [Fact(Timeout = TimeoutMs)]
    public async Task Busctl_lists_sets_and_reads()
    {
        InstalledClient tool = InstalledClient.Busctl;
        (await RunAsync(tool, "list")).ShouldContain(line => line.StartsWith("org.bluez ", StringComparison.Ordinal));
        (await RunAsync(tool, "tree", "--list", "org.bluez")).ShouldContain(Adapter);
        await RunAsync(tool, "set-property", "org.bluez", Adapter, "org.bluez.Adapter1", "Alias", "s", "busctl");
        (await RunAsync(tool, "get-property", "org.bluez", Adapter, "org.bluez.Adapter1", "Alias")).ShouldBe(["s \"busctl\""]);

        string json = string.Concat(await RunAsync(
            tool, "--json=short", "call", "org.bluez", "/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects"));
        JsonElement objects = JsonElement.Parse(json).GetProperty("data")[0];
        objects.GetProperty(Adapter).GetProperty("org.bluez.Adapter1").GetProperty("Powered").GetProperty("data").GetBoolean().ShouldBeTrue();
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Gdbus_introspects_everything_and_calls()
    {
        InstalledClient tool = InstalledClient.Gdbus;
        (await RunAsync(tool, "introspect", "--system", "--dest", "org.bluez", "--object-path", "/", "--recurse"))
            .ShouldContain(line => line.Contains($"node {Adapter}", StringComparison.Ordinal));
        (await RunAsync(
            tool, "call", "--system", "--dest", "org.bluez", "--object-path", Adapter, "--method", "org.freedesktop.DBus.Properties.Get",
            "org.bluez.Adapter1", "Address")).ShouldBe(["(<'02:00:00:00:00:01'>,)"]);
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Dbus_send_prints_the_objects()
    {
        List<string> lines = await RunAsync(
            InstalledClient.DBusSend, "--system", "--print-reply", "--dest=org.bluez", "/", "org.freedesktop.DBus.ObjectManager.GetManagedObjects");
        lines.ShouldContain(line => line.Contains("string \"org.bluez.Adapter1\"", StringComparison.Ordinal));
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Busctl_monitors_what_other_clients_say()
    {
        InstalledClient.Busctl.Require();
        await using ProgramRun monitor = ProgramRun.Start(InstalledClient.Busctl.Program, ["monitor", "org.bluez"], fixture.Emulator.BusVariable);
        await monitor.WaitForLineAsync("Monitoring");

        await RunAsync(InstalledClient.Busctl, "get-property", "org.bluez", Adapter, "org.bluez.Adapter1", "Address");

        await monitor.WaitForLineAsync("Type=method_call");
        await monitor.WaitForLineAsync("Type=method_return");
        await monitor.WaitForLineAsync("02:00:00:00:00:01");
    }

    private async Task<List<string>> RunAsync(InstalledClient tool, params string[] args)
    {
        tool.Require();
        await using ProgramRun run = ProgramRun.Start(tool.Program, args, fixture.Emulator.BusVariable);
        return await run.ReadToEndAsync();
    }
}
