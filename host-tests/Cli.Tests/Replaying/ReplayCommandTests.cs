using System.Text.Json;
using IqosDevice.Cli.Tests.Running;

namespace IqosDevice.Cli.Tests.Replaying;

public sealed class ReplayCommandTests
{
    // Made on one machine, to be replayed on any.
    private static readonly string RecordedElsewhere =
        Path.Combine(RepositoryRoot.Find(), "host-tests", "Cli.Tests", "Replaying", "live-session.jsonl");

    [Theory]
    [InlineData("generic")]
    [InlineData("panasonic")]
    public async Task A_run_that_was_recorded_replays_to_the_same_trace(string cell)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("run.jsonl");
        CommandLine run = await CommandLine.RunAsync(
            "run", "--cell", cell, "--state", folder.Path, "--speed", "max", "--for", "30", "--http", "off", "--record", file);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);

        CommandLine replay = await CommandLine.RunAsync("replay", file, "--format", "json");

        replay.ExitCode.ShouldBe(ExitCode.Success, replay.Out + replay.Error);
        File.ReadAllText(file).ShouldContain($"\"name\":\"{cell}\"");
        using JsonDocument report = JsonDocument.Parse(replay.Out);
        report.RootElement.GetProperty("same").GetBoolean().ShouldBeTrue();
        report.RootElement.GetProperty("virtualSeconds").GetDouble().ShouldBe(30, 0.1);
        report.RootElement.GetProperty("traceHash").GetString()
            .ShouldBe(report.RootElement.GetProperty("recordedHash").GetString());
    }

    [Theory(Timeout = RunningEmulator.TimeoutMs)]
    [InlineData("20")]
    [InlineData("max")]
    public async Task A_live_session_with_a_client_over_the_pipe_replays_to_the_same_trace(string speed)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("live.jsonl");
        await using (RunningEmulator emulator = await RunningEmulator.StartAsync(folder, "--speed", speed, "--record", file))
        {
            await emulator.ConnectAsync(folder.File("control.sock"));
            await using PipeClient app = await PipeClient.ConnectAsync(folder.File("holder.sock"));
            await app.SubscribeAsync(await app.FindAsync("6cba9c12-9b0b-47ce-a78e-e6ed36c553b9"));
            await emulator.AskAsync("""{"id":1,"verb":"insertStick"}""");
            await emulator.AskAsync("""{"id":2,"verb":"holdButton","seconds":1.2}""");
            for (int count = 0; count < 20; count++)
            {
                await app.NextNotificationAsync();
            }

            await emulator.AskAsync("""{"id":3,"verb":"puff"}""");
            for (int count = 0; count < 10; count++)
            {
                await app.NextNotificationAsync();
            }

            (await emulator.EndAsync()).ShouldBe(ExitCode.Success);
        }

        CommandLine replay = await CommandLine.RunAsync("replay", file, "--format", "json");

        replay.ExitCode.ShouldBe(ExitCode.Success, replay.Out + replay.Error);
        using JsonDocument report = JsonDocument.Parse(replay.Out);
        report.RootElement.GetProperty("traceHash").GetString().ShouldBe(report.RootElement.GetProperty("recordedHash").GetString());
        if (speed == "20" && Environment.GetEnvironmentVariable("UPDATE_RECORDING") == "1")
        {
            File.Copy(file, RecordedElsewhere, overwrite: true);
        }
    }

    /// <summary>
    /// The same to the last bit wherever it is played. After a change that is meant to change the trace,
    /// <c>UPDATE_RECORDING=1</c> records anew.
    /// </summary>
    [Fact]
    public async Task A_live_session_that_was_recorded_on_another_machine_replays_to_the_same_trace()
    {
        CommandLine replay = await CommandLine.RunAsync("replay", RecordedElsewhere, "--format", "json");

        replay.ExitCode.ShouldBe(ExitCode.Success, replay.Out + replay.Error);
        using JsonDocument report = JsonDocument.Parse(replay.Out);
        report.RootElement.GetProperty("traceHash").GetString().ShouldBe(report.RootElement.GetProperty("recordedHash").GetString());
        report.RootElement.GetProperty("virtualSeconds").GetDouble().ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("""{"format":"iqos-emulator recording","version":1,"model":"ILUMA i","ambientCelsius":1e9}""")]
    [InlineData("""{"format":"iqos-emulator recording","version":1,"model":"ILUMA i","plant":null}""")]
    [InlineData("""{"format":"iqos-emulator recording","version":1,"model":"ILUMA i","flash":null}""")]
    [InlineData("""{"format":"iqos-emulator recording","version":1,"model":"ILUMA i","flash":{"a":null}}""")]
    [InlineData("""{"format":"iqos-emulator recording","version":1,"model":"ILUMA i","replyDelayMs":-1}""")]
    [InlineData("{\"format\":\"iqos-emulator recording\",\"version\":1,\"model\":\"ILUMA i\"}\n{\"verb\":\"puff\",\"with\":[1]}\n{\"us\":9}")]
    public async Task A_recording_with_nonsense_in_it_is_a_usage_error_that_names_the_line(string text)
    {
        using var file = new TemporaryFile(text);

        CommandLine replay = await CommandLine.RunAsync("replay", file.Path);

        replay.ExitCode.ShouldBe(ExitCode.Usage, replay.Error);
        replay.Error.ShouldContain(": line ");
    }

    [Fact]
    public async Task A_difference_is_named_and_the_exit_code_tells()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("run.jsonl");
        await CommandLine.RunAsync("run", "--state", folder.Path, "--speed", "max", "--for", "5", "--http", "off", "--record", file);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"seed\":1", "\"seed\":2", StringComparison.Ordinal));

        CommandLine replay = await CommandLine.RunAsync("replay", file);

        replay.ExitCode.ShouldBe(ExitCode.Failed);
        replay.Out.ShouldContain("first difference at ");
        replay.Out.ShouldContain("recorded  ");
        replay.Out.ShouldContain("replayed  ");
    }

    [Fact]
    public async Task What_is_no_recording_is_a_usage_error()
    {
        using var file = new TemporaryFile("hello");

        CommandLine replay = await CommandLine.RunAsync("replay", file.Path);

        replay.ExitCode.ShouldBe(ExitCode.Usage);
        replay.Error.ShouldContain("it is no recording");
    }

    [Fact]
    public async Task Captured_requests_are_sent_and_the_replies_compared()
    {
        using var file = new TemporaryFile(
            """
            id,direction,hex
            lock-read,client,00C900041C
            lock-reply,device,0008840400000000C7
            gesture-on,client,00C94724040100003C
            vibration-read,client,00C90023E9
            vibration-reply,device,00088423100001018A
            another,device,00C0890033006A000200CA55060005000000D2
            charge-vibration,client,01C94F04640400FFFFFF09000000000000000000
            rest,client,000000000000000C
            """);

        CommandLine replay = await CommandLine.RunAsync("replay", "--frames", file.Path);

        replay.ExitCode.ShouldBe(ExitCode.Failed);
        replay.Out.ShouldContain("same      lock-read");
        replay.Out.ShouldContain("DIFFERENT vibration-read");
        replay.Out.ShouldContain("different at bytes 6, 7, 8 (from 0)");
        replay.Out.ShouldContain("CRC8 3C, expected 71");
        replay.Error.ShouldContain("4 requests, 2 with a captured reply, 1 answered otherwise");
    }

    [Fact]
    public async Task Frames_without_directions_are_a_usage_error()
    {
        using var file = new TemporaryFile("hex\n00C900041C\n");

        CommandLine replay = await CommandLine.RunAsync("replay", "--frames", file.Path);

        replay.ExitCode.ShouldBe(ExitCode.Usage);
        replay.Error.ShouldContain("direction");
    }
}
