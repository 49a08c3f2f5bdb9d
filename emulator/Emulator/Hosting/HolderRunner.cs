using System.Collections.Concurrent;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// Paces an event queue by the wall clock: the one place where real and virtual time meet. One thread at a time is
/// inside the simulation, and whoever enters first brings it up to the present. Most of the time that is the clock's
/// own thread, which enters when an event is due. Whoever posts work enters, too, and runs it there and then; where
/// somebody is inside already, that one runs it before leaving. So a request costs no change of thread.
/// </summary>
public sealed class HolderRunner : ISimulationInbox, ITimeControl, IDisposable
{
    /// <summary>Runs as fast as the machine can.</summary>
    public const double MaximumSpeed = double.PositiveInfinity;

    // The clock's thread sleeps until something else than an event wakes it.
    private const long NoPlan = long.MinValue;

    private readonly EventQueue queue;
    private readonly long endUs;
    private readonly VirtualPace pace;
    private readonly Lock inside = new();
    private readonly ConcurrentQueue<Action> inbox = new();
    private readonly ManualResetEventSlim wake = new();
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread clock;
    private volatile bool isRunning;
    private long plannedUs = NoPlan;

    /// <param name="queue">Touched by nobody else from <see cref="Start"/> on.</param>
    /// <param name="speed">Multiple of real time, above 0.</param>
    /// <param name="endUs">Virtual time at which the runner ends by itself; nothing takes the clock beyond.</param>
    public HolderRunner(EventQueue queue, double speed = 1, long endUs = long.MaxValue)
    {
        this.queue = queue;
        this.endUs = endUs;
        pace = new VirtualPace(speed);
        clock = new Thread(KeepTime) { IsBackground = true, Name = "simulation" };
    }

    /// <summary>Ends with the runner; faulted where something that ran inside the simulation threw.</summary>
    public Task Completion => completion.Task;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or not a number.</exception>
    public double Speed
    {
        get => pace.Speed;
        set
        {
            pace.Speed = value;
            wake.Set();
        }
    }

    /// <inheritdoc/>
    public bool Paused
    {
        get => pace.Paused;
        set
        {
            pace.Paused = value;
            wake.Set();
        }
    }

    /// <summary>Begins to run.</summary>
    public void Start()
    {
        pace.Anchor(queue.NowUs);
        isRunning = true;
        clock.Start();
    }

    /// <inheritdoc/>
    /// <remarks>Before <see cref="Start"/> work waits for it; after the end it never runs.</remarks>
    public void Post(Action work)
    {
        inbox.Enqueue(work);

        // The work must be seen in the inbox before the lock is looked at: either it is free, or who leaves it sees the work.
        Interlocked.MemoryBarrier();

        // Who posts from inside, or finds somebody there, leaves it to that one, who looks once more after leaving.
        while (isRunning && !inbox.IsEmpty && !inside.IsHeldByCurrentThread && inside.TryEnter())
        {
            try
            {
                CatchUp();
                if (queue.NextDueUs < plannedUs || queue.NowUs >= endUs)
                {
                    wake.Set();
                }
            }
            finally
            {
                inside.Exit();
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>From outside it waits for its turn; the runner must have been started.</remarks>
    public void Advance(TimeSpan duration)
    {
        if (inside.IsHeldByCurrentThread)
        {
            long targetUs = queue.NowUs + (long)duration.TotalMicroseconds;
            queue.RunUntil(Math.Max(queue.NowUs, Math.Min(targetUs, endUs)));
            pace.Anchor(queue.NowUs);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(() =>
        {
            Advance(duration);
            done.Set();
        });
        WaitHandle.WaitAny([done.WaitHandle, ((IAsyncResult)Completion).AsyncWaitHandle]);
    }

    /// <summary>Ends after what is under way, and waits for that; work still posted does not run.</summary>
    public void Dispose()
    {
        isRunning = false;
        wake.Set();
        if (!inside.IsHeldByCurrentThread)
        {
            if (clock.IsAlive)
            {
                clock.Join();
            }

            lock (inside)
            {
                // Whoever posted last has left.
            }
        }

        completion.TrySetResult();
    }

    /// <summary>The clock's thread: enters whenever an event is due.</summary>
    private void KeepTime()
    {
        while (isRunning)
        {
            wake.Reset();
            int waitMs;
            lock (inside)
            {
                CatchUp();
                waitMs = PlanNext();
            }

            if (waitMs > 0 && inbox.IsEmpty && isRunning)
            {
                wake.Wait(waitMs);
            }
        }
    }

    /// <summary>Runs what is due by now, and then what was posted. A failure ends the runner.</summary>
    private void CatchUp()
    {
        try
        {
            if (!isRunning)
            {
                return;
            }

            pace.Take(queue.NowUs);
            long targetUs = Math.Min(pace.TargetUs(queue.NowUs), endUs);
            Measure(targetUs);
            RunEvents(targetUs);

            // What comes from outside comes after everything that is due at its time, what it makes due at once before the
            // next: so the time alone says where it belongs, and a recording of it replays exactly.
            queue.RunUntil(queue.NowUs);
            while (isRunning && inbox.TryDequeue(out Action? work))
            {
                work();
                queue.RunUntil(queue.NowUs);
            }

            if (queue.NowUs >= endUs)
            {
                isRunning = false;
                completion.TrySetResult();
            }
        }
        catch (Exception failure)
        {
            isRunning = false;
            completion.TrySetException(failure);
        }
    }

    /// <summary>
    /// Runs up to a time. A new pace or the end comes between two events, with the clock at the last one; so does
    /// posted work at maximum speed, where no virtual time is due.
    /// </summary>
    private void RunEvents(long targetUs)
    {
        do
        {
            if (!isRunning || pace.HasChanged)
            {
                return;
            }

            if (!queue.RunNext(targetUs))
            {
                queue.RunUntil(targetUs);
                return;
            }
        }
        while (!pace.IsUnbounded || inbox.IsEmpty);
    }

    private void Measure(long targetUs)
    {
        if (HostMetrics.LoopLateness.Enabled && !pace.IsUnbounded && queue.NextDueUs <= targetUs)
        {
            HostMetrics.LoopLateness.Record((targetUs - queue.NextDueUs) / (1000 * pace.Speed));
        }

        if (HostMetrics.InboxDepth.Enabled && !inbox.IsEmpty)
        {
            HostMetrics.InboxDepth.Record(inbox.Count);
        }
    }

    /// <returns>How long the clock's thread may sleep, unless it is woken.</returns>
    private int PlanNext()
    {
        long nextUs = Math.Min(queue.NextDueUs, endUs);
        plannedUs = pace.IsStopped ? NoPlan : nextUs;
        return pace.WaitMs(nextUs);
    }
}
