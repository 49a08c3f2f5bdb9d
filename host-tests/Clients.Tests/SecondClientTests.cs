namespace IqosDevice.Clients.Tests;

public sealed class SecondClientTests
{
    private const int TimeoutMs = 120_000;

    [Fact(Timeout = TimeoutMs)]
    public async Task A_second_client_gets_the_error_of_the_daemon_until_the_first_has_left()
    {
        InstalledClient.Bluetoothctl.Require();
        InstalledClient.Bleak.Require();
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync();
        await using ProgramRun second = ProgramRun.Start(
            InstalledClient.Bleak.Program, [InstalledClient.ScriptPath("connect_bleak.py")], emulator.BusVariable);
        await second.WaitForLineAsync("found");
        await using ProgramRun first = ProgramRun.Start(InstalledClient.Bluetoothctl.Program, [], emulator.BusVariable);
        await first.WaitForLineAsync("Agent registered");
        await first.WriteLineAsync($"connect {emulator.DeviceAddress}");
        await first.WaitForLineAsync("Connection successful");

        await second.WriteLineAsync("try");
        (await second.WaitForLineAsync("le-connection")).ShouldBe("org.bluez.Error.Failed le-connection-timeout");

        await first.WriteLineAsync("quit");
        await first.ReadToEndAsync();
        await second.WriteLineAsync("try");
        await second.WaitForLineAsync("connected");
        second.CloseInput();
        await second.ReadToEndAsync();
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task A_client_on_the_pipe_keeps_those_on_the_bus_out_too()
    {
        InstalledClient.Bleak.Require();
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync();
        await using ProgramRun second = ProgramRun.Start(
            InstalledClient.Bleak.Program, [InstalledClient.ScriptPath("connect_bleak.py")], emulator.BusVariable);
        await second.WaitForLineAsync("found");
        Client.HolderClient first = await Client.HolderClient.ConnectAsync(
            emulator.PipeAddress, cancellation: TestContext.Current.CancellationToken);

        await second.WriteLineAsync("try");
        (await second.WaitForLineAsync("le-connection")).ShouldBe("org.bluez.Error.Failed le-connection-timeout");

        await first.DisposeAsync();
        await second.WriteLineAsync("try");
        await second.WaitForLineAsync("connected");
    }
}
