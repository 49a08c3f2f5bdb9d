namespace IqosDevice.Emulator.Identification;

/// <summary>A measured test of one or two heaters that stand side by side.</summary>
/// <param name="Seconds">Time of each row from the first, strictly ascending.</param>
/// <param name="Zones">The heaters, each with as many values as there are rows.</param>
public sealed record MeasuredRun(double[] Seconds, IReadOnlyList<MeasuredZone> Zones)
{
    /// <summary>The most heaters that a run may have.</summary>
    public const int MaximumZones = 2;

    /// <summary>The fewest rows that say anything about a plant.</summary>
    public const int MinimumRows = 20;

    /// <summary>How the columns of the file were understood, for a person.</summary>
    public string Layout { get; init; } = string.Empty;

    public int RowCount => Seconds.Length;

    /// <summary>First row of the second half, by time.</summary>
    public int SplitRow => Array.FindIndex(Seconds, seconds => seconds >= (Seconds[0] + Seconds[^1]) / 2);

    /// <summary>The usual time between two rows: the median.</summary>
    public double RowSeconds
    {
        get
        {
            double[] intervals = new double[Seconds.Length - 1];
            for (int i = 0; i < intervals.Length; i++)
            {
                intervals[i] = Seconds[i + 1] - Seconds[i];
            }

            Array.Sort(intervals);
            return intervals[intervals.Length / 2];
        }
    }

    /// <summary>The fastest rate worth looking for, 1/s: nothing faster than a row, or than a hundredth of the half, can be seen.</summary>
    public double FastestPerSecond => Math.Min(1 / RowSeconds, 100 / Seconds[SplitRow]);
}
