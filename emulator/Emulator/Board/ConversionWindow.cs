namespace IqosDevice.Emulator.Board;

/// <summary>
/// Averages a signal over windows that repeat on a grid, as an integrating converter does, and keeps the average
/// over the last finished one. The signal comes in slices, each linear from its first to its last value.
/// </summary>
internal sealed class ConversionWindow
{
    private long periodUs = 1;
    private long lengthUs = 1;
    private long lastIndex = long.MaxValue;

    // Beginning of the window after the last finished one.
    private long nextStartUs;
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
        periodUs = period;
        lengthUs = length;
        lastIndex = once ? 0 : long.MaxValue;
        FinishedIndex = -1;
        nextStartUs = startUs;
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
        if (toUs >= nextStartUs + lengthUs && FinishedIndex < lastIndex)
        {
            Finish(toUs, fromUs, first, slope);
        }

        if (nextStartUs < toUs && FinishedIndex < lastIndex)
        {
            Include(nextStartUs, toUs, fromUs, first, slope);
        }
    }

    /// <summary>Windows finished inside the slice, but for its last, leave no trace: a register holds one value.</summary>
    private void Finish(long toUs, long sliceUs, double first, double slope)
    {
        FinishedIndex++;
        while (toUs >= nextStartUs + periodUs + lengthUs && FinishedIndex < lastIndex)
        {
            FinishedIndex++;
            nextStartUs += periodUs;
            partialSum = 0;
            partialUs = 0;
        }

        Include(nextStartUs, nextStartUs + lengthUs, sliceUs, first, slope);
        Average = partialSum / Math.Max(partialUs, 1);
        nextStartUs += periodUs;
        partialSum = 0;
        partialUs = 0;
    }

    /// <summary>Adds the part of [start, end) that lies in the slice; what is before it must have been added already.</summary>
    private void Include(long startUs, long endUs, long sliceUs, double first, double slope)
    {
        long fromUs = Math.Max(startUs, sliceUs);
        long span = endUs - fromUs;
        if (span > 0)
        {
            double middle = first + (slope * ((fromUs - sliceUs) + (span * 0.5)));
            partialSum += middle * span;
            partialUs += span;
        }
    }
}
