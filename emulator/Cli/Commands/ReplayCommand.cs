using System.CommandLine;
using IqosDevice.Cli.Replaying;
using IqosDevice.Cli.Running;
using IqosDevice.Emulator.Recording.Runs;

namespace IqosDevice.Cli.Commands;

/// <summary><c>replay</c>: plays a recording of <c>run --record</c>, or foreign frames, and shows what comes out otherwise.</summary>
internal static class ReplayCommand
{
    private const double LongestSeconds = 100 * 365.25 * 86400;

    public static Command Create(CliConsole console)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A recording of run --record.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<double> until = new Option<double>("--until") { Description = "Stop at this virtual time.", HelpName = "SECONDS" }
            .Between(0, LongestSeconds, "s");
        var serve = new Option<bool>("--serve") { Description = "Go on live from there, as run does." };
        var served = new ServedReplayOptions();
        var frames = new Option<string?>("--frames")
        {
            Description = "Instead of a recording: a CSV file with columns \"hex\" and \"direction\" (client or device).",
            HelpName = "FILE",
        };
        Option<string> model = ModelOption.Create();
        var lenient = new Option<bool>("--lenient") { Description = "With --frames: accept frames with a wrong checksum." };
        Option<string> format = OutputFormat.CreateOption();
        var command = new Command(
            "replay", "Plays a recording again, bit for bit and as fast as the machine can; exit code 1 where something comes out otherwise.")
        {
            file, until, serve, frames, model, lenient, format,
        };
        served.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(file) is { Tokens.Count: > 0 } == result.GetResult(frames) is not null)
            {
                result.AddError("One of the two: a recording, or --frames with captured frames.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            bool asJson = parsed.GetValue(format) == OutputFormat.Json;
            if (parsed.GetValue(frames) is { } capture)
            {
                return Task.FromResult((int)FrameReplay.Play(
                    capture, parsed.GetRequiredValue(model), parsed.GetValue(lenient), asJson, console));
            }

            string path = parsed.GetValue(file)!;
            RunRecording recording = RecordingReplay.Read(path);
            TimeSpan? end = parsed.GetResult(until) is null ? null : TimeSpan.FromSeconds(parsed.GetValue(until));
            return parsed.GetValue(serve)
                ? served.GoOnAsync(parsed, new ReplayStart(recording, end ?? recording.Length), console, cancellation)
                : Task.FromResult((int)RecordingReplay.Play(path, recording, end, asJson, console));
        });
        return command.WithExamples(
            ("iqos-emulator replay today.jsonl", "the same trace again? exit code 1 and the first difference where not"),
            ("iqos-emulator replay today.jsonl --until 95 --serve", "go to 1:35, and on from there by hand"),
            ("iqos-emulator replay --frames captures.csv --model \"ILUMA i\"",
                "send a foreign capture's requests and compare the replies"));
    }
}
