using IqosDevice.Benchmarks.Native;
using IqosDevice.Benchmarks.Native.Replay;
using IqosDevice.Benchmarks.Native.State;
using IqosDevice.Benchmarks.Tests.Native.Samples;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Benchmarks.Tests.Native;

/// <summary>A recording of the sample tick, drawn from a seed, with changes from outside.</summary>
internal static class SampleRecording
{
    private const int Ticks = 2000;

    public static TickProgram Program { get; } = TickProgram.Translate(typeof(SampleLoop));

    public static TickRecording Create(ulong seed)
    {
        ObjectGraph graph = Program.GraphOf(new TickObjects(new SampleLoop(new SampleFilter()), new SampleInputs(), new SampleOutputs()));
        var random = DeterministicRandom.For(seed, "sample");
        var rows = new List<long>();
        var changes = new List<SlotChange>();
        int offset = SlotOf(graph, "Offset");
        int seen = SlotOf(graph, "seen");
        for (int tick = 0; tick < Ticks; tick++)
        {
            rows.AddRange([20L * tick, Bits.Of((float)random.NextDouble(-1, 2)), Bits.Of(random.NextInt32(9) == 0)]);
            if (random.NextInt32(50) == 0)
            {
                changes.Add(new SlotChange(tick, offset, Bits.Of((float)random.NextDouble(-3, 3))));
                changes.Add(new SlotChange(tick, seen, 0));
            }
        }

        return new TickRecording(graph, [.. rows], [.. changes], [("drawn", Ticks)]);
    }

    public static Action<long> Bind(TickObjects objects)
    {
        var (loop, inputs, outputs) = ((SampleLoop)objects.Loop, (SampleInputs)objects.Inputs, (SampleOutputs)objects.Outputs);
        return nowMs => loop.Step(nowMs, inputs, outputs);
    }

    private static int SlotOf(ObjectGraph graph, string field) =>
        graph.Slots.Select(static (slot, i) => (slot, i)).Single(pair => pair.slot.Field?.Name.Contains(field, StringComparison.Ordinal) ?? false).i;
}
