using System.Collections.Concurrent;
using System.Diagnostics;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// Paces an event queue by the wall clock, on a thread of its own: the one place where real and virtual time
/// meet. Whatever comes from outside is posted here and runs on that thread, at the virtual time that its arrival
/// corresponds to.
/// </summary>
public sealed class HolderRunner : ISimulationInbox, ITimeControl, IDisposable
{
    /// <summary>Runs as fast as the machine can.</summary>
    public const double MaximumSpeed = double.PositiveInfinity;

    // Virtual time, per unit of speed, after which the inbox is looked at in any case.
    private const long SliceUs = 100_000;

    private const int LongestWaitMs = 1000;

    // A machine that falls this far behind (suspended, or too slow) gives the lost time up instead of racing.
    private static readonly TimeSpan GiveUpLag = TimeSpan.FromSeconds(1);

    private readonly EventQueue queue;
    private readonly long endUs;
    private readonly ConcurrentQueue<Action> inbox = new();
    private readonly ManualResetEventSlim wake = new();
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly Thread thread;
    private double speed;
    private bool paused;
    private bool paceChanged;
    private bool stopping;
    private bool interrupted;
    private bool hasPosts;
    private long anchorTimestamp;
    private long anchorUs;

    /// <param name="queue">Touched by nobody else from <see cref="Start"/> on.</param>
    /// <param name="speed">Multiple of real time, above 0.</param>
    /// <param name="endUs">Virtual time at which the runner ends by itself; nothing takes the clock beyond.</param>
    public HolderRunner(EventQueue queue, double speed = 1, long endUs = long.MaxValue)
    {
        this.queue = queue;
        this.endUs = endUs;
        Speed = speed;
        thread = new Thread(Run) { IsBackground = true, Name = "simulation" };
    }

    /// <summary>Ends with the runner; faulted where something that ran on the simulation's thread threw.</summary>
    public Task Completion => completion.Task;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or not a number.</exception>
    public double Speed
    {
        get
        {
            lock (gate)
            {
                return speed;
            }
        }

        set
        {
            if (!(value > 0))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A speed is above 0.");
            }

            SetPace(value, null);
        }
    }

    /// <inheritdoc/>
    public bool Paused
    {
        get
        {
            lock (gate)
            {
                return paused;
            }
        }

        set => SetPace(null, value);
    }

    /// <summary>Begins to run.</summary>
    public void Start()
    {
        anchorUs = queue.NowUs;
        anchorTimestamp = Stopwatch.GetTimestamp();
        thread.Start();
    }

    /// <inheritdoc/>
    public void Post(Action work)
    {
        inbox.Enqueue(work);
        Volatile.Write(ref hasPosts, true);
        wake.Set();
    }

    /// <inheritdoc/>
    /// <remarks>From another thread it waits for the simulation's, which must have been started.</remarks>
    public void Advance(TimeSpan duration)
    {
        if (Thread.CurrentThread == thread)
        {
            long targetUs = queue.NowUs + (long)duration.TotalMicroseconds;
            queue.RunUntil(Math.Max(queue.NowUs, Math.Min(targetUs, endUs)));
            Anchor();
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

    /// <summary>Ends the thread after what it is doing, and waits for that; work still posted does not run.</summary>
    public void Dispose()
    {
        Volatile.Write(ref stopping, true);
        Volatile.Write(ref interrupted, true);
        wake.Set();
        if (thread.IsAlive && Thread.CurrentThread != thread)
        {
            thread.Join();
        }

        completion.TrySetResult();
    }

    private void SetPace(double? newSpeed, bool? newPaused)
    {
        lock (gate)
        {
            speed = newSpeed ?? speed;
            paused = newPaused ?? paused;
            paceChanged = true;
            Volatile.Write(ref interrupted, true);
        }

        wake.Set();
    }

    private void Run()
    {
        try
        {
            while (!Volatile.Read(ref stopping) && queue.NowUs < endUs)
            {
                wake.Reset();
                double pace = TakePace();
                RunSlice(Math.Min(TargetUs(pace), endUs), pace);
                Volatile.Write(ref hasPosts, false);
                while (inbox.TryDequeue(out Action? work))
                {
                    work();
                }

                if (!double.IsPositiveInfinity(pace))
                {
                    Wait(pace);
                }
            }

            completion.TrySetResult();
        }
        catch (Exception exception)
        {
            completion.TrySetException(exception);
        }
    }

    /// <summary>The pace from now on, 0 while paused. A change counts from the present moment.</summary>
    private double TakePace()
    {
        lock (gate)
        {
            if (paceChanged)
            {
                paceChanged = false;
                Volatile.Write(ref interrupted, stopping);
                Anchor();
            }

            return paused ? 0 : speed;
        }
    }

    /// <summary>
    /// Runs up to a time. A new pace or the end comes between two events, with the clock at the last one; so does
    /// posted work at maximum speed, where no virtual time is due.
    /// </summary>
    private void RunSlice(long targetUs, double pace)
    {
        bool interruptible = double.IsPositiveInfinity(pace);
        do
        {
            if (Volatile.Read(ref interrupted))
            {
                return;
            }

            if (!queue.RunNext(targetUs))
            {
                queue.RunUntil(targetUs);
                return;
            }
        }
        while (!interruptible || !Volatile.Read(ref hasPosts));
    }

    private long TargetUs(double pace)
    {
        if (pace == 0)
        {
            return queue.NowUs;
        }

        if (double.IsPositiveInfinity(pace))
        {
            return queue.NowUs + SliceUs;
        }

        long dueUs = anchorUs + (long)(Stopwatch.GetElapsedTime(anchorTimestamp).TotalMicroseconds * pace);
        if (dueUs - queue.NowUs > GiveUpLag.TotalMicroseconds * Math.Max(pace, 1))
        {
            Anchor();
            return queue.NowUs + SliceUs;
        }

        // In slices, so that the inbox is looked at even where the machine can hardly keep up.
        return Math.Max(queue.NowUs, Math.Min(dueUs, queue.NowUs + (long)(SliceUs * Math.Max(pace, 1))));
    }

    private void Wait(double pace)
    {
        int milliseconds = LongestWaitMs;
        if (pace > 0)
        {
            double reachedUs = anchorUs + (Stopwatch.GetElapsedTime(anchorTimestamp).TotalMicroseconds * pace);
            double realMs = (queue.NextDueUs - reachedUs) / (pace * 1000);

            // Rounded up: a wait of less than a millisecond would be none, and the thread would spin.
            milliseconds = (int)Math.Clamp(Math.Ceiling(realMs), 0, LongestWaitMs);
        }

        wake.Wait(milliseconds);
    }

    private void Anchor()
    {
        anchorUs = queue.NowUs;
        anchorTimestamp = Stopwatch.GetTimestamp();
    }
}
