using System.Globalization;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>A rate that was measured, and the one that is promised.</summary>
/// <param name="What">What was counted.</param>
/// <param name="Unit">Unit of both rates.</param>
/// <param name="Rate">Measured.</param>
/// <param name="Target">At least this is promised.</param>
internal sealed record ThroughputRow(string What, string Unit, double Rate, double Target)
{
    public bool IsReached => Rate >= Target;

    /// <summary>The faster of two.</summary>
    public ThroughputRow Better(ThroughputRow other) => other.Rate > Rate ? other : this;

    /// <summary>The best of several measurements.</summary>
    public static ThroughputRow Best(int rounds, Func<ThroughputRow> measure) =>
        Enumerable.Range(0, rounds).Select(_ => measure()).Aggregate(static (best, row) => best.Better(row));

    public string ToMarkdown() => string.Create(CultureInfo.InvariantCulture,
        $"| {What} | {Rate:N0} {Unit} | {Target:N0} | {Rate / Target:F2} |");
}
