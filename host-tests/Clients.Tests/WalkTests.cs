namespace IqosDevice.Clients.Tests;

/// <summary>Every client walks the same script against the same running emulator, and must see the same.</summary>
public sealed class WalkTests(WalkTests.Fixture fixture) : IClassFixture<WalkTests.Fixture>
{
    private const int TimeoutMs = 120_000;

    [Fact(Timeout = TimeoutMs)]
    public void The_pipe_client_walks_the_script()
    {
        fixture.Expected.Count.ShouldBe(WalkStep.ReadAll().Count(step => step.Name is not null));
        fixture.Expected.ShouldContain("model: " + Convert.ToHexStringLower("ILUMA i\0\0\0\0\0\0\0\0\0\0\0\0\0"u8));
        fixture.Expected.ShouldContain("is locked: 0008840402ff0000c0");
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Bluetoothctl_sees_the_same()
    {
        InstalledClient.Bluetoothctl.Require();
        await using var walk = new BluetoothctlWalk(fixture.Emulator);
        (await walk.RunAsync()).ShouldBe(fixture.Expected);
    }

    [Fact(Timeout = TimeoutMs)]
    public Task Bleak_sees_the_same() => WalkAsync(InstalledClient.Bleak, "walk_bleak.py");

    [Fact(Timeout = TimeoutMs)]
    public Task Node_ble_sees_the_same() => WalkAsync(InstalledClient.NodeBle, "walk_node_ble.js");

    [Fact(Timeout = TimeoutMs)]
    public Task Noble_sees_the_same() => WalkAsync(InstalledClient.Noble, "walk_noble.js");

    [Fact(Timeout = TimeoutMs)]
    public Task GDBus_sees_the_same() => WalkAsync(InstalledClient.Gio, "walk_dbus.py", "gio");

    [Fact(Timeout = TimeoutMs)]
    public Task Libdbus_sees_the_same() => WalkAsync(InstalledClient.DBusPython, "walk_dbus.py", "dbus-python");

    [Fact(Timeout = TimeoutMs)]
    public Task Pydbus_sees_the_same() => WalkAsync(InstalledClient.PyDBus, "walk_dbus.py", "pydbus");

    [Fact(Timeout = TimeoutMs)]
    public async Task Chromium_sees_the_same()
    {
        InstalledClient.Chromium.Require();
        await using ChromiumPage page = await ChromiumPage.OpenAsync(fixture.Emulator);
        string steps = await File.ReadAllTextAsync(InstalledClient.ScriptPath("walk.json"), TestContext.Current.CancellationToken);
        System.Text.Json.JsonElement lines = await page.EvaluateAsync($"walk({steps})");
        lines.EnumerateArray().Select(line => line.GetString()).ShouldBe(fixture.Expected);
    }

    private async Task WalkAsync(InstalledClient client, string script, params string[] library)
    {
        client.Require();
        await using ProgramRun run = ProgramRun.Start(
            client.Program, [InstalledClient.ScriptPath(script), .. library, InstalledClient.ScriptPath("walk.json")], fixture.Emulator.BusVariable);
        (await run.ReadToEndAsync()).ShouldBe(fixture.Expected);
    }

    /// <summary>The emulator that all of them meet, and what the pipe client saw there.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private EmulatorProcess? emulator;

        internal EmulatorProcess Emulator => emulator!;

        internal IReadOnlyList<string> Expected { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Assert.SkipUnless(OperatingSystem.IsLinux(), "BlueZ and its clients are Linux's.");
            emulator = await EmulatorProcess.StartAsync();
            await using var walk = new PipeWalk(Emulator.PipeAddress);
            Expected = await walk.RunAsync("IQOS ILUMA i");
        }

        public ValueTask DisposeAsync() => emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
