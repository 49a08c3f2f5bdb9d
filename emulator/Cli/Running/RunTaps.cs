using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Recording;
using IqosDevice.Emulator.Recording.Runs;

namespace IqosDevice.Cli.Running;

/// <summary>
/// Who listens in on a run: capture and recording where they are asked for, and where there is a page, its traffic log and
/// the recording that it hands out.
/// </summary>
internal sealed class RunTaps : IDisposable
{
    private readonly AttCapture? capture;
    private readonly RunRecorder? recorder;

    private RunTaps(VirtualHolder holder, RunOptions options, Action<string> log)
    {
        capture = options.CapturePath is not { } path ? null : Open(
            "capture", "capture", () => new AttCapture(holder.Queue, Create(path), log));
        recorder = options.RecordPath is not { } file ? null : Open(
            "record", "recording", () => new RunRecorder(holder, new StreamWriter(Create(file)), log));

        // What a replay has brought to where the run begins has no beginning that could be recorded.
        Recording = options.Http is null || options.Replay is not null ? null : new RecordingMemory(holder, log: log);
        Traffic = new TrafficLog(holder);
        holder.Peripheral.Tap = new AttTaps(
            new IAttTap?[] { recorder, Recording?.Recorder, capture, Traffic }.OfType<IAttTap>());
    }

    /// <summary>What was on the link lately.</summary>
    public TrafficLog Traffic { get; }

    /// <summary>The run so far; null where nobody can ask for it.</summary>
    public RecordingMemory? Recording { get; }

    /// <exception cref="CliException">A file cannot be written.</exception>
    public static RunTaps Start(VirtualHolder holder, RunOptions options, Action<string> log) => new(holder, options, log);

    /// <summary>Ends the recordings with the holder as it is now.</summary>
    public void EndRecordings()
    {
        recorder?.Dispose();
        Recording?.Dispose();
    }

    public void Dispose()
    {
        EndRecordings();
        capture?.Dispose();
    }

    // Unbuffered: each record is in the file at once, to be followed and to outlive the process.
    private static FileStream Create(string path) =>
        new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    private static T Open<T>(string option, string what, Func<T> start)
    {
        try
        {
            return start();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(
                ExitCode.Unavailable, $"cannot write the {what}: {failure.Message}", $"--{option} FILE names another file.");
        }
    }
}
