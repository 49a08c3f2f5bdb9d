namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>One figure over many sessions: percentiles by nearest rank.</summary>
public sealed class Spreading
{
    private readonly double[] sorted;

    /// <param name="values">In any order.</param>
    public Spreading(IEnumerable<double> values) => sorted = [.. values.Order()];

    public int Count => sorted.Length;

    /// <summary>The lowest; null without a value.</summary>
    public double? Min => sorted.Length == 0 ? null : sorted[0];

    /// <summary>The highest; null without a value.</summary>
    public double? Max => sorted.Length == 0 ? null : sorted[^1];

    /// <summary>A percentile, 1..100; null without a value.</summary>
    public double? Percentile(int percent) =>
        sorted.Length == 0 ? null : sorted[(((sorted.Length * percent) + 99) / 100) - 1];
}
