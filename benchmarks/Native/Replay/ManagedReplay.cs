using System.Diagnostics;
using System.Reflection;
using IqosDevice.Benchmarks.Native.State;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>Replays a recording through the firmware as .NET runs it.</summary>
/// <param name="recording">What to replay.</param>
/// <param name="bind">Gives the tick of a copy of the objects.</param>
internal sealed class ManagedReplay(TickRecording recording, Func<TickObjects, Action<long>> bind)
{
    private readonly FieldInfo[] outputs = recording.Start.FieldsOf(recording.Start.Roots.Outputs);
    private readonly WriteFields takeInputs =
        FieldAccess.Writer(recording.Start.Roots.Inputs.GetType(), recording.Start.FieldsOf(recording.Start.Roots.Inputs));

    private readonly ReadFields giveOutputs =
        FieldAccess.Reader(recording.Start.Roots.Outputs.GetType(), recording.Start.FieldsOf(recording.Start.Roots.Outputs));

    /// <summary>Runs once, from the beginning.</summary>
    public ReplayResult Run()
    {
        ObjectGraph graph = recording.Start.Copy();
        Action<long> step = bind(graph.Roots);
        var outcomes = new long[recording.TickCount * outputs.Length];
        var elapsedNs = new long[recording.StretchStarts.Length];
        int stretch = 0;
        long allocatedBytes = 0;
        int next = 0;
        for (int tick = 0; tick < recording.TickCount;)
        {
            for (; next < recording.Changes.Length && recording.Changes[next].Tick == tick; next++)
            {
                graph.Slots[recording.Changes[next].Slot].Write(graph, recording.Changes[next].Value);
            }

            int stop = next < recording.Changes.Length ? recording.Changes[next].Tick : recording.TickCount;
            long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            Step(graph, step, outcomes, tick, stop);
            elapsedNs[stretch++] = (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            allocatedBytes += GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
            tick = stop;
        }

        var end = new long[graph.Slots.Count];
        graph.Read(end);
        return new ReplayResult(outcomes, end, elapsedNs, allocatedBytes);
    }

    private void Step(ObjectGraph graph, Action<long> step, long[] outcomes, int tick, int stop)
    {
        long[] ticks = recording.Ticks;
        for (int row = tick * recording.RowLength; tick < stop; tick++, row += recording.RowLength)
        {
            takeInputs(graph.Roots.Inputs, ticks, row + 1);
            step(ticks[row]);
            giveOutputs(graph.Roots.Outputs, graph, outcomes, tick * outputs.Length);
        }
    }
}
