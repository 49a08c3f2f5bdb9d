namespace IqosDevice.Emulator.Board;

/// <summary>
/// Averages a signal over windows that repeat on a grid, as an integrating converter does, and keeps the average
/// over the last finished one. The signal comes in slices, each linear from its first to its last value.
/// </summary>
internal sealed class ConversionWindow
{
    private long originUs;
    private long periodUs = 1;
    private long lengthUs = 1;
    private long lastIndex = long.MaxValue;
    private double partialSum;
    private long partialUs;

    /// <summary>Average over the last finished window; 0 before the first.</summary>
    public double Average { get; private set; }

    /// <summary>Number of the last finished window since <see cref="Restart"/>, -1 before the first.</summary>
    public long FinishedIndex { get; private set; } = -1;

    /// <summary>Begins a new grid; what was finished stays readable.</summary>
    /// <param name="startUs">Beginning of window 0.</param>
    /// <param name="period">Time from one window to the next, µs.</param>
    /// <param name="length">Length of a window, µs, at most the period.</param>
    /// <param name="once">Window 0 is the only one.</param>
    public void Restart(long startUs, long period, long length, bool once)
    {
        originUs = startUs;
        periodUs = period;
        lengthUs = length;
        lastIndex = once ? 0 : long.MaxValue;
        FinishedIndex = -1;
        partialSum = 0;
        partialUs = 0;
    }

    /// <summary>Takes one slice of the signal; slices must join.</summary>
    public void Observe(long fromUs, long toUs, double first, double last)
    {
        if (toUs <= fromUs)
        {
            return;
        }

        double slope = (last - first) / (toUs - fromUs);
        long finished = Math.Min(FloorDivide(toUs - originUs - lengthUs, periodUs), lastIndex);
        if (finished > FinishedIndex)
        {
            // Windows finished inside the slice, but for its last, leave no trace: a register holds one value.
            bool isPartial = finished == FinishedIndex + 1;
            Include(StartOf(finished), StartOf(finished) + lengthUs, fromUs, first, slope, isPartial);
            Average = partialSum / Math.Max(partialUs, 1);
            FinishedIndex = finished;
            partialSum = 0;
            partialUs = 0;
        }

        if (finished < lastIndex && StartOf(finished + 1) < toUs)
        {
            Include(StartOf(finished + 1), toUs, fromUs, first, slope, isPartial: true);
        }
    }

    /// <summary>Adds the part of [start, end) that lies in the slice; what is before it must have been added already.</summary>
    private void Include(long startUs, long endUs, long sliceUs, double first, double slope, bool isPartial)
    {
        if (!isPartial)
        {
            partialSum = 0;
            partialUs = 0;
        }

        long fromUs = Math.Max(startUs, sliceUs);
        long span = endUs - fromUs;
        if (span > 0)
        {
            double middle = first + (slope * ((fromUs - sliceUs) + (span * 0.5)));
            partialSum += middle * span;
            partialUs += span;
        }
    }

    private long StartOf(long index) => originUs + (index * periodUs);

    private static long FloorDivide(long value, long divisor) =>
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}
