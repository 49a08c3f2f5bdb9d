namespace IqosDevice.Emulator.Hosting.Fleet;

/// <summary>How late something was, counted in classes of a tenth of a millisecond up to ten seconds. Thread-safe.</summary>
internal sealed class LatenessHistogram
{
    private const double ClassMs = 0.1;
    private const int ClassCount = 100_000;

    private readonly long[] counts = new long[ClassCount];
    private long total;

    public void Add(double milliseconds, int count)
    {
        int at = (int)Math.Clamp(milliseconds / ClassMs, 0, ClassCount - 1);
        Interlocked.Add(ref counts[at], count);
        Interlocked.Add(ref total, count);
    }

    /// <summary>Upper end of the class below which a share of all lies, ms; null where nothing was counted.</summary>
    public double? Percentile(double percent)
    {
        if (total == 0)
        {
            return null;
        }

        long rank = (long)Math.Ceiling(total * percent / 100);
        long below = 0;
        int at = 0;
        while (at < ClassCount - 1 && (below += counts[at]) < rank)
        {
            at++;
        }

        return (at + 1) * ClassMs;
    }

    public void Clear()
    {
        Array.Clear(counts);
        total = 0;
    }
}
