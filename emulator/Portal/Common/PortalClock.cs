namespace IqosDevice.Portal.Common;

/// <summary>
/// The portal's clock: the machine's, plus what a test has jumped ahead. Everything that expires asks this clock, so a
/// jump of 15 days is the same as waiting for them.
/// </summary>
public sealed class PortalClock(TimeProvider inner) : TimeProvider
{
    private const double MostDays = 36_525;

    private long aheadTicks;

    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Ahead;

    /// <summary>A timer of the machine's clock: a jump does not make it fire.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Jumps ahead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Backwards, or more than 100 years in all.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        if ((Ahead + step).TotalDays > MostDays)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "The clock can be 100 years ahead at most.");
        }

        Interlocked.Add(ref aheadTicks, step.Ticks);
    }
}
