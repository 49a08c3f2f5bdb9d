using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// Virtual time for code that takes a <see cref="TimeProvider"/>: its delays and time-outs pass with the holder's time,
/// and call back inside the simulation. The day is the one on which the emulator's clock starts, 2026-01-01.
/// </summary>
public sealed class VirtualTimeProvider : TimeProvider
{
    private const long TicksPerUs = TimeSpan.TicksPerMicrosecond;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly EventQueue queue;

    public VirtualTimeProvider(EventQueue queue) => this.queue = queue;

    public override long TimestampFrequency => 1_000_000;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => queue.NowUs;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(queue.NowUs * TicksPerUs);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new QueueTimer(queue, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class QueueTimer(EventQueue queue, Action callback) : ITimer
    {
        private ScheduledEvent? next;
        private TimeSpan interval = Timeout.InfiniteTimeSpan;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            next?.Cancel();
            interval = period;
            next = dueTime == Timeout.InfiniteTimeSpan ? null : queue.After((long)dueTime.TotalMicroseconds, Fire);
            return true;
        }

        public void Dispose() => next?.Cancel();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            next = interval > TimeSpan.Zero ? queue.After((long)interval.TotalMicroseconds, Fire) : null;
            callback();
        }
    }
}
