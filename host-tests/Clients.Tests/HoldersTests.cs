namespace IqosDevice.Clients.Tests;

public sealed class HoldersTests
{
    private const int TimeoutMs = 120_000;

    [Fact(Timeout = TimeoutMs)]
    public async Task Three_holders_on_one_bus_are_three_devices_and_each_can_be_connected_while_the_others_are()
    {
        InstalledClient.Bleak.Require();
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync("--holders", "3");
        await using ProgramRun bleak = ProgramRun.Start(
            InstalledClient.Bleak.Program, [InstalledClient.ScriptPath("meet_bleak.py"), "3"], emulator.BusVariable);

        string[][] met = [.. (await bleak.ReadToEndAsync()).Select(line => line.Split(' ', 2))];

        // Address, then "NAME: MODEL": a holder is named after its model.
        met.Select(holder => holder[0]).Distinct().Count().ShouldBe(3);
        met.Select(holder => holder[0]).ShouldContain(emulator.DeviceAddress);
        met.Select(holder => holder[1]).Order(StringComparer.Ordinal)
            .ShouldBe(["IQOS ILUMA i ONE: ILUMA i ONE", "IQOS ILUMA i PRIME: ILUMA i PRIME", "IQOS ILUMA i: ILUMA i"]);
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Bluetoothctl_lists_them_all_and_connects_the_one_that_is_named()
    {
        InstalledClient.Bluetoothctl.Require();
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync("--holders", "3");
        await using ProgramRun session = ProgramRun.Start(InstalledClient.Bluetoothctl.Program, [], emulator.BusVariable);
        await session.WaitForLineAsync("Agent registered");
        await session.WriteLineAsync("scan on");
        string one = await session.WaitForLineAsync("IQOS ILUMA i ONE");
        string address = one[one.IndexOf("Device ", StringComparison.Ordinal)..].Split(' ')[1];

        await session.WriteLineAsync($"connect {address}");
        await session.WaitForLineAsync("Connection successful");
        await session.WriteLineAsync($"info {emulator.DeviceAddress}");
        await session.WaitForLineAsync("Connected: no");
        await session.WriteLineAsync($"info {address}");
        await session.WaitForLineAsync("Connected: yes");
    }
}
