using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Recording.Runs;
using IqosDevice.Emulator.Tests.Holder;

namespace IqosDevice.Emulator.Tests.Recording.Runs;

public sealed class RunReplayTests
{
    private static readonly string Recorded = Record(Use);

    [Fact]
    public void A_recorded_session_with_a_client_replays_to_the_same_trace()
    {
        RunRecording recording = Read(Recorded);
        using var replay = new RunReplay(recording);

        replay.RunToEnd();

        replay.FirstDifference.ShouldBeNull();
        recording.TraceHash.ShouldNotBeNull();
        replay.Holder.TraceHash.ShouldBe(recording.TraceHash);
        replay.Holder.Firmware.PuffsTaken.ShouldBe(2);
        replay.Holder.Dispose();
    }

    [Fact]
    public void A_replay_stops_where_it_is_told_to_and_goes_on()
    {
        using var replay = new RunReplay(Read(Recorded));

        replay.RunUntil(TimeSpan.FromSeconds(10));
        replay.Holder.Queue.NowUs.ShouldBe(10_000_000);
        replay.Holder.Firmware.State.ToString().ShouldBe("Preheat");
        replay.RunToEnd();

        replay.FirstDifference.ShouldBeNull();
        replay.Holder.Dispose();
    }

    [Fact]
    public void Another_holder_than_the_recorded_one_is_found_out_at_the_first_look()
    {
        using var replay = new RunReplay(Read(Recorded.Replace("\"ambientCelsius\":25", "\"ambientCelsius\":26", StringComparison.Ordinal)));

        replay.RunToEnd();

        ReplayDifference difference = replay.FirstDifference.ShouldNotBeNull();
        difference.What.ShouldBe("sent", "the status that is notified has the heater's temperature in it");
        difference.Seconds.ShouldBeLessThan(1);
        replay.Holder.Dispose();
    }

    [Fact]
    public void Another_answer_than_the_recorded_one_is_named_with_both()
    {
        // The answer to the lock state's read: as if an older version had answered "locked".
        string changed = Recorded.Replace("0008840400000000C7", "0008840402FF0000C0", StringComparison.Ordinal);
        changed.ShouldNotBe(Recorded);
        using var replay = new RunReplay(Read(changed));

        replay.RunToEnd();

        ReplayDifference difference = replay.FirstDifference.ShouldNotBeNull();
        difference.What.ShouldBe("sent");
        difference.Recorded.ShouldEndWith("0008840402FF0000C0");
        difference.Replayed.ShouldEndWith("0008840400000000C7");
        replay.Holder.Dispose();
    }

    [Fact]
    public void A_recording_that_was_cut_off_replays_as_far_as_it_goes()
    {
        RunRecording recording = Read(Recorded[..(Recorded.Length * 2 / 3)]);
        using var replay = new RunReplay(recording);

        replay.RunToEnd();

        recording.TraceHash.ShouldBeNull();
        recording.Length.ShouldBeGreaterThan(TimeSpan.FromSeconds(10));
        replay.FirstDifference.ShouldBeNull();
        replay.Holder.Dispose();
    }

    [Theory]
    [InlineData("", "it is no recording")]
    [InlineData("hello", "it is no recording")]
    [InlineData("{}", "it is no recording")]
    [InlineData("""{"format":"iqos-emulator recording","version":2,"model":"ILUMA i"}""", "version 2")]
    [InlineData("""{"format":"iqos-emulator recording","version":1,"model":"ILUMA X"}""", "ILUMA X")]
    [InlineData("{\"format\":\"iqos-emulator recording\",\"version\":1,\"model\":\"ILUMA\"}\nx\n{\"us\":1}", "line 2")]
    [InlineData("{\"format\":\"iqos-emulator recording\",\"version\":1,\"model\":\"ILUMA\"}\n{\"us\":1,\"in\":\"0G\"}\n{\"us\":1}", "line 2")]
    [InlineData("{\"format\":\"iqos-emulator recording\",\"version\":1,\"model\":\"ILUMA\"}\n{\"us\":2}\n{\"us\":1}", "line 3: time goes back")]
    public void What_is_no_recording_is_refused(string text, string problem) =>
        Should.Throw<FormatException>(() => Read(text)).Message.ShouldContain(problem);

    /// <summary>
    /// Inputs came between two events of the same time where the run was as fast as the machine could: the time alone did
    /// not say where they belonged, and the replay took another course.
    /// </summary>
    [Theory]
    [InlineData(HolderRunner.MaximumSpeed)]
    [InlineData(200)]
    public void What_comes_in_from_another_thread_at_any_speed_replays_to_the_same_trace(double speed)
    {
        string recorded = Record((holder, recorder) =>
        {
            using var runner = new HolderRunner(holder.Queue, speed, endUs: 60_000_000);
            using var hands = new ControlSession(holder, runner, push: static _ => { });
            runner.Start();
            string[] acts =
            [
                """{"verb":"insertStick"}""", """{"verb":"holdButton","seconds":1.2}""", """{"verb":"tilt"}""",
                """{"verb":"puff"}""", """{"verb":"setAmbient","celsius":21}""", """{"verb":"removeStick"}""",
            ];
            for (int round = 0; !runner.Completion.IsCompleted; round++)
            {
                string act = acts[round % acts.Length];
                using var done = new ManualResetEventSlim();
                runner.Post(() =>
                {
                    hands.Execute(act);
                    done.Set();
                });
                WaitHandle.WaitAny([done.WaitHandle, ((IAsyncResult)runner.Completion).AsyncWaitHandle]);
            }
        });
        RunRecording recording = Read(recorded);
        using var replay = new RunReplay(recording);

        replay.RunToEnd();

        replay.FirstDifference.ShouldBeNull();
        replay.Holder.TraceHash.ShouldBe(recording.TraceHash);
        replay.Holder.Dispose();
    }

    private static RunRecording Read(string text) => RunRecording.Read(new StringReader(text));

    private static string Record(Action<VirtualHolder, RunRecorder> use)
    {
        var text = new StringWriter { NewLine = "\n" };
        using var holder = VirtualHolder.Start(new HolderOptions { Seed = 5 });
        using (var recorder = new RunRecorder(holder, text))
        {
            holder.Peripheral.Tap = recorder;
            use(holder, recorder);
        }

        return text.ToString();
    }

    private static void Use(VirtualHolder holder, RunRecorder recorder)
    {
        using var hands = new ControlSession(holder, new UnpacedTime(holder), push: static _ => { });
        var client = new HolderClient(holder);
        client.Subscribe(HolderClient.ScpControlPoint);
        client.Subscribe(HolderClient.HolderStatus);
        client.Write(HolderClient.ScpControlPoint, 0x00, 0xC9, 0x00, 0x04, 0x1C);
        hands.Execute("""{"verb":"insertStick"}""");
        hands.Execute("""{"verb":"holdButton","seconds":1.2}""");
        hands.Execute("""{"verb":"holdButton","seconds":-1}""");
        holder.Advance(TimeSpan.FromSeconds(25));
        client.Leave();
        hands.Execute("""{"verb":"puff","millilitres":40,"seconds":2}""");
        holder.Advance(TimeSpan.FromSeconds(12));
        hands.Execute("""{"verb":"puff"}""");
        holder.Advance(TimeSpan.FromSeconds(8.123456));
        hands.Execute("""{"verb":"removeStick"}""");
        holder.Advance(TimeSpan.FromSeconds(3));
    }
}
