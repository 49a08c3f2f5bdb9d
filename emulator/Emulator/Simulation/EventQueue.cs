namespace IqosDevice.Emulator.Simulation;

/// <summary>
/// Virtual time: one queue of callbacks ordered by (due time, order of scheduling), run by one thread. The clock
/// is set to each event's due time before it fires, so code that runs inside always sees the right time. How fast
/// the queue is run (real time, a multiple, as fast as possible) is a matter of whoever runs it.
/// </summary>
public sealed class EventQueue
{
    private readonly PriorityQueue<ScheduledEvent, ScheduledEvent> events = new(new ByDueTime());
    private long sequence;

    /// <summary>Virtual time in microseconds since the start of the simulation.</summary>
    public long NowUs { get; private set; }

    /// <summary>Events waiting, cancelled ones included.</summary>
    public int Count => events.Count;

    /// <summary>Due time of the next event, or <see cref="long.MaxValue"/>.</summary>
    public long NextDueUs
    {
        get
        {
            DropCancelled();
            return events.TryPeek(out ScheduledEvent? next, out _) ? next.DueUs : long.MaxValue;
        }
    }

    /// <summary>Schedules a callback at an absolute time; a time in the past means now.</summary>
    public ScheduledEvent At(long dueUs, Action callback)
    {
        var scheduled = new ScheduledEvent(Math.Max(dueUs, NowUs), sequence++, callback);
        events.Enqueue(scheduled, scheduled);
        return scheduled;
    }

    /// <summary>Schedules a callback a number of microseconds from now.</summary>
    public ScheduledEvent After(long delayUs, Action callback) => At(NowUs + delayUs, callback);

    /// <summary>Runs everything due up to and including <paramref name="untilUs"/>, then sets the clock there.</summary>
    public void RunUntil(long untilUs)
    {
        while (RunNext(untilUs))
        {
        }

        NowUs = Math.Max(NowUs, untilUs);
    }

    /// <summary>Runs the next event if it is due by <paramref name="limitUs"/>.</summary>
    /// <returns>False where nothing is due by then; the clock has not moved.</returns>
    public bool RunNext(long limitUs)
    {
        DropCancelled();
        if (!events.TryPeek(out ScheduledEvent? scheduled, out _) || scheduled.DueUs > limitUs)
        {
            return false;
        }

        events.Dequeue();
        NowUs = scheduled.DueUs;
        scheduled.Fire();
        return true;
    }

    private void DropCancelled()
    {
        while (events.TryPeek(out ScheduledEvent? scheduled, out _) && scheduled.IsCancelled)
        {
            events.Dequeue();
        }
    }

    private sealed class ByDueTime : IComparer<ScheduledEvent>
    {
        public int Compare(ScheduledEvent? x, ScheduledEvent? y)
        {
            int byTime = x!.DueUs.CompareTo(y!.DueUs);
            return byTime != 0 ? byTime : x.Sequence.CompareTo(y.Sequence);
        }
    }
}
