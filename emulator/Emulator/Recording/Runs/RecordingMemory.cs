using System.Text;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>
/// A recording of the whole run so far, kept in memory up to a size, for whoever finds out afterwards that it is worth
/// keeping. Beyond the size it keeps the beginning, which still replays. Lives inside the simulation.
/// </summary>
public sealed class RecordingMemory : IDisposable
{
    /// <summary>Bytes kept: more than a day of a holder that nobody talks to.</summary>
    public const int UsualBytes = 32 * 1024 * 1024;

    private readonly BoundedStream stream;

    /// <summary>Begins to record; the holder must have been started only just now.</summary>
    /// <param name="holder">The holder; not owned.</param>
    /// <param name="mostBytes">Bytes kept at most.</param>
    /// <param name="log">Gets a line where there is no room any more.</param>
    public RecordingMemory(VirtualHolder holder, int mostBytes = UsualBytes, Action<string>? log = null)
    {
        stream = new BoundedStream(mostBytes);
        Recorder = new RunRecorder(holder, new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), log);
    }

    /// <summary>What writes it.</summary>
    public RunRecorder Recorder { get; }

    /// <summary>The recording as it is now, with its end: a file that replays. It goes on after that.</summary>
    public byte[] Copy()
    {
        Recorder.Flush();
        byte[] end = Recorder.EndLine is { } line ? Encoding.UTF8.GetBytes(line + Environment.NewLine) : [];
        return [.. stream.ToArray(), .. end];
    }

    public void Dispose() => Recorder.Dispose();

    /// <summary>Memory that ends as a full disk does.</summary>
    private sealed class BoundedStream(int mostBytes) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Require(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Require(count);
            base.Write(buffer, offset, count);
        }

        private void Require(int count)
        {
            if (Length + count > mostBytes)
            {
                throw new IOException($"it fills {mostBytes / (1024 * 1024)} MB; run --record FILE keeps long ones");
            }
        }
    }
}
