namespace IqosDevice.Portal.Tests;

/// <summary>A machine's clock that stands, with timers that fire when they are told to.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    private readonly List<StillTimer> timers = [];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StillTimer(callback, state, period);
        timers.Add(timer);
        return timer;
    }

    /// <summary>Fires the timers of a period.</summary>
    public void Fire(TimeSpan period) => timers.FindAll(timer => timer.Period == period).ForEach(timer => timer.Fire());

    private sealed class StillTimer(TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        public TimeSpan Period => period;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // Nothing runs.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
