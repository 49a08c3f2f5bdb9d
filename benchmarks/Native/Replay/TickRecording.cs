using IqosDevice.Benchmarks.Native.State;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>Everything that entered a number of ticks, to be replayed by anybody.</summary>
/// <param name="Start">The objects before the first tick; nobody steps them, whoever replays takes a copy.</param>
/// <param name="Ticks">A row a tick: its time and the inputs, as bits.</param>
/// <param name="Changes">What else was changed from outside, by ticks.</param>
/// <param name="Scenes">What was recorded: name and ticks.</param>
internal sealed record TickRecording(
    ObjectGraph Start, long[] Ticks, SlotChange[] Changes, IReadOnlyList<(string Name, int Ticks)> Scenes)
{
    /// <summary>Numbers in a row.</summary>
    public int RowLength { get; } = 1 + Start.FieldsOf(Start.Roots.Inputs).Length;

    public int TickCount => Ticks.Length / RowLength;

    /// <summary>First ticks of the stretches with nothing in between.</summary>
    public int[] StretchStarts { get; } = [.. Changes.Select(static change => change.Tick).Prepend(0).Distinct()];
}
