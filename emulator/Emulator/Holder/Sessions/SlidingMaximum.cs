namespace IqosDevice.Emulator.Holder.Sessions;

/// <summary>
/// Highest of the latest so many values. Keeps only those that can still become the highest: each is above all that
/// came after it, so the first is the answer.
/// </summary>
internal sealed class SlidingMaximum
{
    private readonly double[] candidates;
    private readonly long[] positions;
    private int first;
    private int count;
    private long position;

    /// <param name="length">Values that are looked at, the latest included; at least 1.</param>
    public SlidingMaximum(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        candidates = new double[length];
        positions = new long[length];
    }

    /// <summary>Takes the next value.</summary>
    /// <returns>The highest of the latest.</returns>
    public double Add(double value)
    {
        if (count > 0 && positions[first] <= position - candidates.Length)
        {
            first = PlaceOf(1);
            count--;
        }

        while (count > 0 && candidates[PlaceOf(count - 1)] <= value)
        {
            count--;
        }

        candidates[PlaceOf(count)] = value;
        positions[PlaceOf(count)] = position++;
        count++;
        return candidates[first];
    }

    private int PlaceOf(int index) => (first + index) % candidates.Length;
}
