using System.Diagnostics;
using IqosDevice.Emulator.Holder.Soak;

namespace IqosDevice.Emulator.Hosting.Fleet;

/// <summary>
/// A holder that nobody counts, run before the clock starts: code that proves hot is first profiled and then compiled
/// anew, and a fleet that fell behind meanwhile would be late for long.
/// </summary>
internal static class Rehearsal
{
    private const long SessionUs = 300_000_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    public static void Run(SoakOptions options, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        while (GoesOn(start, cancellation))
        {
            using var holder = new SoakHolder(options, options.FirstHolder);
            for (long us = 0; us < SessionUs && GoesOn(start, cancellation); us += FleetRunner.SliceUs)
            {
                holder.RunUntil(us);
            }
        }
    }

    private static bool GoesOn(long start, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && Stopwatch.GetElapsedTime(start) < Duration;
}
