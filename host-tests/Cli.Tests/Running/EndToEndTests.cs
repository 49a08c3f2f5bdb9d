using System.Text.Json;

namespace IqosDevice.Cli.Tests.Running;

/// <summary>One script acts over the control channel while another follows Holder status over the pipe.</summary>
public sealed class EndToEndTests
{
    private const string HolderStatus = "6cba9c12-9b0b-47ce-a78e-e6ed36c553b9";

    private const int StateOffset = 1;
    private const int FaultOffset = 2;
    private const int PuffsLeftOffset = 10;

    private const byte Preheat = 5;
    private const byte Session = 6;

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_session_is_started_puffed_and_ended_from_outside_and_seen_over_the_air()
    {
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state, "--speed", "20");
        await emulator.ConnectAsync(state.File("control.sock"));
        await using PipeClient central = await PipeClient.ConnectAsync(state.File("holder.sock"));
        ushort status = await central.FindAsync(HolderStatus);
        await central.SubscribeAsync(status);

        await DoAsync(emulator, """{"verb":"insertStick"}""");
        await DoAsync(emulator, """{"verb":"holdButton","seconds":1.2}""");
        await StatusAsync(central, value => value[StateOffset] == Preheat);
        await StatusAsync(central, value => value[StateOffset] == Session);

        // The set point has just fallen: a puff is seen by the power it takes, and there is none until the heater is down.
        await DoAsync(emulator, """{"verb":"advance","seconds":10}""");
        await DoAsync(emulator, """{"verb":"puff","millilitres":55,"seconds":2}""");
        await StatusAsync(central, value => value[PuffsLeftOffset] == 13);

        await DoAsync(emulator, """{"verb":"holdButton","seconds":1.2}""");
        byte[] after = await StatusAsync(central, value => value[StateOffset] is not (Preheat or Session));
        after[FaultOffset].ShouldBe((byte)0);

        (await central.ReadAsync(status)).Length.ShouldBe(after.Length);
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task What_was_set_in_one_run_is_set_in_the_next()
    {
        using var state = new TemporaryFolder();
        await using (RunningEmulator first = await RunningEmulator.StartAsync(state, "--speed", "20"))
        {
            await using PipeClient central = await PipeClient.ConnectAsync(state.File("holder.sock"));
            (await CapturedRequestTests.AskAsync(central, "00C94724010100003F")).ShouldBe("0008872401010000A5");
            (await first.EndAsync()).ShouldBe(ExitCode.Success);
        }

        await using RunningEmulator second = await RunningEmulator.StartAsync(state, "--speed", "20");
        await using PipeClient again = await PipeClient.ConnectAsync(state.File("holder.sock"));

        (await CapturedRequestTests.AskAsync(again, "00C907240100000022")).ShouldBe("0008872401010000A5");
    }

    private static async Task DoAsync(RunningEmulator emulator, string request)
    {
        JsonElement reply = await emulator.AskAsync(request);
        reply.GetProperty("ok").GetBoolean().ShouldBeTrue(reply.GetRawText());
    }

    private static async Task<byte[]> StatusAsync(PipeClient central, Func<byte[], bool> condition)
    {
        while (true)
        {
            (_, byte[] value) = await central.NextNotificationAsync();
            if (condition(value))
            {
                return value;
            }
        }
    }
}
