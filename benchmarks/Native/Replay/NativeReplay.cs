using System.Runtime.InteropServices;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>Replays a recording through the translated tick, compiled and loaded into this process.</summary>
internal sealed unsafe class NativeReplay : IDisposable
{
    private readonly TickRecording recording;
    private readonly string folder = Directory.CreateTempSubdirectory("iqos-tick-").FullName;
    private readonly nint library;
    private readonly delegate* unmanaged<long*, int, SlotChange*, int, long*, long*, long*, void> replay;
    private readonly int outputCount;

    /// <param name="recording">What to replay.</param>
    /// <param name="source">The translated tick; the objects in it are those of the recording's beginning.</param>
    /// <exception cref="InvalidOperationException">The compiler refused it.</exception>
    public NativeReplay(TickRecording recording, string source)
    {
        this.recording = recording;
        outputCount = recording.Start.FieldsOf(recording.Start.Roots.Outputs).Length;
        string compiled = Path.Combine(folder, "tick.so");
        try
        {
            string native = Path.Combine(AppContext.BaseDirectory, "Native");
            File.WriteAllText(Path.Combine(folder, "tick.h"), source);
            CCompiler.Compile(Path.Combine(native, "replay.c"), compiled, folder, native);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }

        library = NativeLibrary.Load(compiled);
        replay = (delegate* unmanaged<long*, int, SlotChange*, int, long*, long*, long*, void>)NativeLibrary.GetExport(library, "replay");
        WorldBytes = ((delegate* unmanaged<long>)NativeLibrary.GetExport(library, "world_bytes"))();
    }

    /// <summary>Size of all objects in C, bytes.</summary>
    public long WorldBytes { get; }

    /// <summary>Runs once, from the beginning.</summary>
    public ReplayResult Run()
    {
        var outcomes = new long[recording.TickCount * outputCount];
        var end = new long[recording.Start.Slots.Count];
        var elapsedNs = new long[recording.StretchStarts.Length];
        fixed (long* ticks = recording.Ticks, outcome = outcomes, last = end, elapsed = elapsedNs)
        fixed (SlotChange* changes = recording.Changes)
        {
            replay(ticks, recording.TickCount, changes, recording.Changes.Length, outcome, last, elapsed);
        }

        return new ReplayResult(outcomes, end, elapsedNs, 0);
    }

    public void Dispose()
    {
        NativeLibrary.Free(library);
        Directory.Delete(folder, recursive: true);
    }
}
