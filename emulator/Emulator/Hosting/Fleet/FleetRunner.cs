using System.Collections.Concurrent;
using System.Diagnostics;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Soak;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Hosting.Fleet;

/// <summary>
/// Runs many holders at once on several threads. All go through virtual time in slices: in each, every holder is run to
/// its end by whichever thread is free. Holders know nothing of each other, so threads change nothing but the time it takes.
/// Against the clock the holders begin one after the other within a slice, so that their slices fall due evenly and not all
/// at once.
/// </summary>
public sealed class FleetRunner
{
    /// <summary>
    /// Length of a slice. Ten turns of the loop each, so that a holder is fetched from memory once for ten turns; in real
    /// time it is the most by which a holder's turns come in a bunch.
    /// </summary>
    public const long SliceUs = 10 * VirtualHolder.TickUs;

    private const long SecondUs = 1_000_000;
    private const long MinuteUs = 60_000_000;

    // Half a run must be this long for a rate of growth.
    private const int FewestGrowthMinutes = 2;

    // Holders that a thread takes at a time.
    private const int Portion = 16;

    private readonly SoakOptions options;
    private readonly double speed;
    private readonly int threads;
    private readonly LatenessHistogram lateness = new();
    private readonly LatenessHistogram minuteLateness = new();
    private readonly List<FleetMinute> minutes = [];
    private SoakHolder[] holders = [];
    private int mostHeating;

    /// <param name="options">Which holders, and for how long.</param>
    /// <param name="speed">Multiple of real time; positive infinity for as fast as possible.</param>
    /// <param name="threads">Threads at most; null for all cores.</param>
    public FleetRunner(SoakOptions options, double speed = double.PositiveInfinity, int? threads = null)
    {
        this.options = options;
        this.speed = speed;
        this.threads = threads ?? Environment.ProcessorCount;
    }

    private bool IsPaced => !double.IsPositiveInfinity(speed);

    /// <summary>Runs the fleet to its end.</summary>
    /// <param name="onMinute">Called after every virtual minute.</param>
    /// <param name="cancellation">Ends it early; the report is then of what was reached.</param>
    public FleetReport Run(Action<FleetMinute>? onMinute = null, CancellationToken cancellation = default)
    {
        if (IsPaced)
        {
            Rehearsal.Run(options, cancellation);
        }

        long emptyBytes = GC.GetTotalMemory(forceFullCollection: true);
        holders = new SoakHolder[options.Holders];
        ForEach((from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                holders[i] = new SoakHolder(options, options.FirstHolder + i);
            }
        });
        long startBytes = GC.GetTotalMemory(forceFullCollection: true) - emptyBytes;
        TimeSpan startProcessor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        long reachedUs = RunSlices(start, onMinute, cancellation);
        double wallSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double processorSeconds = (Environment.CpuUsage.TotalTime - startProcessor).TotalSeconds;
        long endBytes = GC.GetTotalMemory(forceFullCollection: true) - emptyBytes;
        FleetReport report = Report(
            reachedUs * 1e-6, wallSeconds, processorSeconds, startBytes / holders.Length, endBytes / holders.Length);
        Array.ForEach(holders, static holder => holder.Dispose());
        return report;
    }

    private long RunSlices(long start, Action<FleetMinute>? onMinute, CancellationToken cancellation)
    {
        long endUs = (long)options.Duration.TotalMicroseconds;
        long reachedUs = 0;
        long minuteStart = start;
        while (reachedUs < endUs && !cancellation.IsCancellationRequested)
        {
            reachedUs = Math.Min(reachedUs + SliceUs, endUs);
            RunSlice(start, reachedUs, cancellation);
            if (reachedUs % SecondUs == 0)
            {
                mostHeating = Math.Max(mostHeating, holders.Count(static holder => holder.IsHeating));
            }

            if (reachedUs % MinuteUs == 0)
            {
                minutes.Add(Minute((int)(reachedUs / MinuteUs), Stopwatch.GetElapsedTime(minuteStart).TotalSeconds));
                minuteStart = Stopwatch.GetTimestamp();
                minuteLateness.Clear();
                onMinute?.Invoke(minutes[^1]);
            }
        }

        return reachedUs;
    }

    private void RunSlice(long start, long untilUs, CancellationToken cancellation) => ForEach((from, to) =>
    {
        TimeSpan due = DueOf(from, untilUs);
        if (IsPaced)
        {
            WaitFor(due - Stopwatch.GetElapsedTime(start), cancellation);
        }

        for (int i = from; i < to; i++)
        {
            holders[i].RunUntil(untilUs);
        }

        if (IsPaced)
        {
            // Told when the last of the portion is done: what is said of all is true of the latest.
            double lateMs = Math.Max(0, (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds);
            lateness.Add(lateMs, to - from);
            minuteLateness.Add(lateMs, to - from);
            HostMetrics.LoopLateness.Record(lateMs);
        }
    });

    /// <summary>Real time at which a holder is due to reach a virtual one.</summary>
    private TimeSpan DueOf(int holder, long untilUs) => IsPaced
        ? TimeSpan.FromMicroseconds((untilUs + ((double)SliceUs * holder / options.Holders)) / speed)
        : TimeSpan.Zero;

    private void ForEach(Action<int, int> work) => Parallel.ForEach(
        Partitioner.Create(0, options.Holders, Portion),
        new ParallelOptions { MaxDegreeOfParallelism = threads },
        range => work(range.Item1, range.Item2));

    private static void WaitFor(TimeSpan time, CancellationToken cancellation)
    {
        if (time > TimeSpan.Zero)
        {
            cancellation.WaitHandle.WaitOne(time);
        }
    }

    private FleetMinute Minute(int number, double wallSeconds) => new(
        number,
        60 / wallSeconds,
        minuteLateness.Percentile(50),
        minuteLateness.Percentile(99),
        holders.Count(static holder => holder.IsHeating),

        // Without pacing there is time to collect first, and the figure tells what is really held.
        GC.GetTotalMemory(forceFullCollection: !IsPaced),
        holders.Sum(static holder => holder.Violations.Count()));

    /// <summary>From the last minute of the first half to the last one of all.</summary>
    private double? GrowthPerHour()
    {
        int half = minutes.Count / 2;
        return IsPaced || half < FewestGrowthMinutes
            ? null
            : (minutes[^1].HeapBytes - minutes[half - 1].HeapBytes) * 60.0 / ((minutes.Count - half) * holders.Length);
    }

    private FleetReport Report(double virtualSeconds, double wallSeconds, double processorSeconds, long startBytes, long endBytes)
    {
        var hasher = new TraceHasher();
        foreach (SoakHolder holder in holders)
        {
            hasher.Add(holder.TraceHash);
        }

        return new FleetReport
        {
            Threads = threads,
            VirtualSeconds = virtualSeconds,
            WallSeconds = wallSeconds,
            ProcessorSeconds = processorSeconds,
            ProcessorMicrosecondsPerHolderSecond = virtualSeconds > 0 ? processorSeconds * 1e6 / (virtualSeconds * holders.Length) : 0,
            LatenessP50Ms = lateness.Percentile(50),
            LatenessP99Ms = lateness.Percentile(99),
            BytesPerHolderAtStart = startBytes,
            BytesPerHolderAtEnd = endBytes,
            BytesPerHolderGrownPerHour = GrowthPerHour(),
            MostHeating = mostHeating,
            HeatingShare = (double)holders.Sum(static holder => holder.HeatingTickCount) / Math.Max(1, holders.Sum(static holder => holder.TickCount)),
            Acts = holders.Sum(static holder => holder.ActCount),
            Faults = holders.Sum(static holder => holder.FaultCount),
            Trips = holders.Sum(static holder => holder.TripCount),
            Violations = [.. holders.SelectMany(static holder => holder.Violations.Select(what => new FleetViolation(holder.Number, what)))],
            Hash = hasher.Hex,
            Minutes = minutes,
        };
    }
}
