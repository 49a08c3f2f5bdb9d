namespace IqosDevice.Emulator.Simulation;

/// <summary>
/// Virtual time: one queue of callbacks ordered by (due time, order of scheduling), run by one thread. The clock
/// is set to each event's due time before it fires, so code that runs inside always sees the right time. How fast
/// the queue is run (real time, a multiple, as fast as possible) is a matter of whoever runs it.
/// </summary>
public sealed class EventQueue
{
    // A binary heap, the next event first: events 2n + 1 and 2n + 2 come after event n.
    private ScheduledEvent[] heap = new ScheduledEvent[16];
    private long sequence;

    /// <summary>Virtual time in microseconds since the start of the simulation.</summary>
    public long NowUs { get; private set; }

    /// <summary>Events waiting, cancelled ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Due time of the next event, or <see cref="long.MaxValue"/>.</summary>
    public long NextDueUs
    {
        get
        {
            DropCancelled();
            return Count > 0 ? heap[0].DueUs : long.MaxValue;
        }
    }

    /// <summary>Schedules a callback at an absolute time; a time in the past means now.</summary>
    public ScheduledEvent At(long dueUs, Action callback)
    {
        var scheduled = new ScheduledEvent(Math.Max(dueUs, NowUs), sequence++, callback);
        Enqueue(scheduled);
        return scheduled;
    }

    /// <summary>Schedules an event of this queue that has fired once more, at an absolute time: what recurs allocates nothing.</summary>
    /// <exception cref="InvalidOperationException">It has not fired yet.</exception>
    public void Again(ScheduledEvent fired, long dueUs)
    {
        if (!fired.HasFired)
        {
            throw new InvalidOperationException("The event has not fired yet.");
        }

        fired.SetDue(Math.Max(dueUs, NowUs), sequence++);
        Enqueue(fired);
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
        if (Count == 0 || heap[0].DueUs > limitUs)
        {
            return false;
        }

        ScheduledEvent scheduled = Dequeue();
        NowUs = scheduled.DueUs;
        scheduled.Fire();
        return true;
    }

    private void DropCancelled()
    {
        while (Count > 0 && heap[0].IsCancelled)
        {
            Dequeue();
        }
    }

    private void Enqueue(ScheduledEvent scheduled)
    {
        if (Count == heap.Length)
        {
            Array.Resize(ref heap, 2 * Count);
        }

        int place = Count++;
        while (place > 0 && scheduled.IsBefore(heap[(place - 1) / 2]))
        {
            heap[place] = heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        heap[place] = scheduled;
    }

    private ScheduledEvent Dequeue()
    {
        ScheduledEvent first = heap[0];
        ScheduledEvent moved = heap[--Count];
        heap[Count] = null!;
        if (Count > 0)
        {
            SiftDown(moved);
        }

        return first;
    }

    /// <summary>The first place is free: finds where an event belongs from there on.</summary>
    private void SiftDown(ScheduledEvent moved)
    {
        int place = 0;
        while (true)
        {
            int child = (2 * place) + 1;
            if (child + 1 < Count && heap[child + 1].IsBefore(heap[child]))
            {
                child++;
            }

            if (child >= Count || moved.IsBefore(heap[child]))
            {
                heap[place] = moved;
                return;
            }

            heap[place] = heap[child];
            place = child;
        }
    }
}
