namespace IqosDevice.Emulator.Board;

/// <summary>
/// The crystal of the microcontroller: what its timers count of the time that passes. Runs true unless set otherwise,
/// and never jumps when its rate changes.
/// </summary>
public sealed class ProcessorClock
{
    public const double LowestRate = 0.1;
    public const double HighestRate = 10;

    private double rate = 1;
    private long sinceUs;
    private long countedUs;

    /// <summary>Counted time by true time; above 1 runs fast.</summary>
    public double Rate => rate;

    /// <summary>Time counted since the simulation began, µs.</summary>
    public long CountedUs(long nowUs) => rate == 1
        ? countedUs + (nowUs - sinceUs)
        : countedUs + (long)((nowUs - sinceUs) * rate);

    /// <summary>Runs at another rate from now on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number within 0.1..10.</exception>
    public void SetRate(double value, long nowUs)
    {
        if (!(value is >= LowestRate and <= HighestRate))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A rate is {LowestRate} to {HighestRate}.");
        }

        countedUs = CountedUs(nowUs);
        sinceUs = nowUs;
        rate = value;
    }
}
