namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// Counts errors in steps of 0.01 °C, so that the samples of ten thousand sessions have percentiles without being kept.
/// Adding is commutative: the order in which sessions end changes nothing.
/// </summary>
internal sealed class ErrorHistogram
{
    private const double StepCelsius = 0.01;
    private const int Steps = 10_000;

    private readonly long[] counts = new long[Steps + 1];

    public long Count { get; private set; }

    /// <summary>Counts one error, not negative; 100 °C and more is one class.</summary>
    public void Add(double errorCelsius)
    {
        counts[(int)Math.Min(errorCelsius / StepCelsius, Steps)]++;
        Count++;
    }

    public void Add(ErrorHistogram other)
    {
        for (int i = 0; i <= Steps; i++)
        {
            counts[i] += other.counts[i];
        }

        Count += other.Count;
    }

    /// <summary>Percentile by nearest rank, rounded up to a whole step; null without a sample.</summary>
    public double? Percentile(int percent)
    {
        if (Count == 0)
        {
            return null;
        }

        long rank = ((Count * percent) + 99) / 100;
        int step = 0;
        for (long seen = counts[0]; seen < rank; seen += counts[step])
        {
            step++;
        }

        return (step + 1) * StepCelsius;
    }
}
