using IqosDevice.Client;

namespace IqosDevice.Clients.Tests;

public sealed class SessionTests
{
    private const int TimeoutMs = 400_000;

    [Theory(Timeout = TimeoutMs)]
    [InlineData("1")]
    [InlineData("20")]
    public async Task Bleak_follows_a_whole_session_that_hands_begin(string speed)
    {
        InstalledClient.Bleak.Require();
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync("--speed", speed);
        await using ProgramRun bleak = ProgramRun.Start(
            InstalledClient.Bleak.Program, [InstalledClient.ScriptPath("follow_bleak.py"), "Ready"], emulator.BusVariable);
        await bleak.WaitForLineAsync("watching");
        await using ControlClient hands = await emulator.ConnectControlAsync();
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        await hands.InsertStickAsync(cancellation);
        await hands.HoldButtonAsync(TimeSpan.FromSeconds(1.2), cancellation);
        await bleak.WaitForLineAsync("Session");
        await hands.PlayPuffsAsync("worst", cancellation);

        // Fourteen puffs, one every twelve seconds: in real time three minutes.
        await bleak.WaitForLineAsync("EndWarning", TimeSpan.FromMinutes(4));
        await bleak.WaitForLineAsync("Cooling");
        await hands.RemoveStickAsync(cancellation);

        List<string> rest = await bleak.ReadToEndAsync();

        // Before the hands came it may have slept, and between cooling and ready a stick is still there for a moment.
        bleak.Transcript.Split('\n').SkipWhile(line => line != "StickInserted").Where(line => !line.Contains(':')).Distinct().ShouldBe(
            ["StickInserted", "Preheat", "Session", "EndWarning", "Cooling", "Ready"]);
        int.Parse(rest[^1].Split(' ')[1]).ShouldBeGreaterThan(20);
    }
}
