using System.Diagnostics;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// How virtual time follows the wall clock: a multiple of real time, or a pause, counted from the moment at which it
/// was set. Speed and pause may be set by any thread; the rest is used by whoever is inside the simulation.
/// </summary>
internal sealed class VirtualPace
{
    // Virtual time, per unit of speed, after which the inbox is looked at in any case.
    private const long SliceUs = 100_000;

    private const int LongestWaitMs = 1000;

    // A machine that falls this far behind (suspended, or too slow) gives the lost time up instead of racing.
    private static readonly TimeSpan GiveUpLag = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private double speed;
    private bool paused;
    private bool changed;
    private double pace;
    private long anchorTimestamp = Stopwatch.GetTimestamp();
    private long anchorUs;

    public VirtualPace(double speed) => Speed = speed;

    /// <summary>Multiple of real time, above 0.</summary>
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

            lock (gate)
            {
                speed = value;
                Volatile.Write(ref changed, true);
            }
        }
    }

    public bool Paused
    {
        get
        {
            lock (gate)
            {
                return paused;
            }
        }

        set
        {
            lock (gate)
            {
                paused = value;
                Volatile.Write(ref changed, true);
            }
        }
    }

    /// <summary>Set since the last <see cref="Take"/>.</summary>
    public bool HasChanged => Volatile.Read(ref changed);

    /// <summary>No virtual time is ever due; it passes as fast as the machine can.</summary>
    public bool IsUnbounded => double.IsPositiveInfinity(pace);

    /// <summary>Virtual time stands still.</summary>
    public bool IsStopped => pace == 0;

    /// <summary>Makes what was set last count from the present moment on.</summary>
    public void Take(long nowUs)
    {
        if (!HasChanged)
        {
            return;
        }

        lock (gate)
        {
            changed = false;
            pace = paused ? 0 : speed;
            Anchor(nowUs);
        }
    }

    /// <summary>From now on virtual time counts from here.</summary>
    public void Anchor(long nowUs)
    {
        anchorUs = nowUs;
        anchorTimestamp = Stopwatch.GetTimestamp();
    }

    /// <summary>Virtual time to run to, in slices, so that the inbox is looked at even where the machine can hardly keep up.</summary>
    public long TargetUs(long nowUs)
    {
        if (IsStopped)
        {
            return nowUs;
        }

        if (IsUnbounded)
        {
            return nowUs + SliceUs;
        }

        double dueUs = PresentUs();
        if (dueUs - nowUs > GiveUpLag.TotalMicroseconds * Math.Max(pace, 1))
        {
            Anchor(nowUs);
            return nowUs + SliceUs;
        }

        return Math.Max(nowUs, (long)Math.Min(dueUs, nowUs + (SliceUs * Math.Max(pace, 1))));
    }

    /// <summary>Real time until a virtual one, in whole milliseconds.</summary>
    public int WaitMs(long dueUs)
    {
        if (IsUnbounded)
        {
            return 0;
        }

        // Rounded up: a wait of less than a millisecond would be none, and the thread would spin.
        return IsStopped
            ? LongestWaitMs
            : (int)Math.Clamp(Math.Ceiling((dueUs - PresentUs()) / (pace * 1000)), 0, LongestWaitMs);
    }

    private double PresentUs() => anchorUs + (Stopwatch.GetElapsedTime(anchorTimestamp).TotalMicroseconds * pace);
}
