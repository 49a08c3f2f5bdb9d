using System.Globalization;
using System.Text.Json;
using IqosDevice.Emulator.Recording.Runs;

namespace IqosDevice.Cli.Replaying;

/// <summary>Plays a recording and says whether the same came out.</summary>
internal static class RecordingReplay
{
    /// <exception cref="CliException">The file cannot be read, or is no recording.</exception>
    public static RunRecording Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return RunRecording.Read(reader);
        }
        catch (FormatException problem)
        {
            throw new CliException(ExitCode.Usage, $"{path}: {problem.Message}", "iqos-emulator run --record FILE makes recordings.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCode.Usage, $"cannot read {path}: {problem.Message}");
        }
    }

    /// <summary>Plays all of it, or up to a time.</summary>
    public static ExitCode Play(string path, RunRecording recording, TimeSpan? until, bool asJson, CliConsole console)
    {
        using var replay = new RunReplay(recording);
        bool whole = until is null || until >= recording.Length;
        if (whole)
        {
            replay.RunToEnd();
        }
        else
        {
            replay.RunUntil(until!.Value);
        }

        string hash = replay.Holder.TraceHash;
        double seconds = replay.Holder.Queue.NowUs * 1e-6;
        ReplayDifference? difference = replay.FirstDifference;
        replay.Holder.Dispose();
        if (asJson)
        {
            console.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    file = path,
                    recordedBy = recording.RecordedBy,
                    virtualSeconds = seconds,
                    traceHash = hash,
                    recordedHash = whole ? recording.TraceHash : null,
                    same = difference is null,
                    firstDifference = difference,
                },
                JsonSerializerOptions.Web));
        }
        else
        {
            WriteText(recording, whole, seconds, hash, difference, console.Out);
        }

        return difference is null ? ExitCode.Success : ExitCode.Failed;
    }

    private static void WriteText(
        RunRecording recording, bool whole, double seconds, string hash, ReplayDifference? difference, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"replayed {seconds:F2} s of {recording.Length.TotalSeconds:F2} s, trace {hash}"));
        if (difference is not null)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first difference at {difference.Seconds:F6} s ({difference.What})"));
            output.WriteLine($"  recorded  {difference.Recorded}");
            output.WriteLine($"  replayed  {difference.Replayed}");
            output.WriteLine($"  recorded by version {recording.RecordedBy}");
            return;
        }

        output.WriteLine(!whole || recording.TraceHash is not null
            ? "the same as recorded"
            : "the same as recorded, as far as it goes: the recording has no end");
    }
}
