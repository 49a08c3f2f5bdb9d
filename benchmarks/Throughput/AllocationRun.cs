using System.Globalization;
using IqosDevice.Benchmarks.Micro;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>Operations that are promised to allocate nothing, counted over many of them after a first one.</summary>
internal static class AllocationRun
{
    private const int Operations = 10_000;

    /// <summary>Counts and writes a table.</summary>
    /// <returns>True where nothing was allocated.</returns>
    public static bool Execute(TextWriter output)
    {
        var codec = new ScpCodecBenchmark();
        var server = new AttServerBenchmark();
        var recording = RecordedSession.Record(Operations);

        // Twice before it counts: types are loaded with their tables, and what the first code of a method allocates is gone.
        new HeaterReplay(recording).Run();
        new HeaterReplay(recording).Run();
        var replay = new HeaterReplay(recording);
        output.WriteLine("| What | Count | Bytes allocated |");
        output.WriteLine("| --- | ---: | ---: |");
        long total = Row("SCP codec: check and seal, short and long", Operations, Repeated(() =>
        {
            codec.CheckShortFrame();
            codec.CheckLongFrame();
            codec.SealShortFrame();
            codec.SealLongFrame();
        }));
        total += Row("ATT Read Request and its response", Operations, Repeated(() => server.Read()));
        total += Row("ATT notification of 240 bytes", Operations, Repeated(() => server.Notify()));
        total += Row("heater step on a recorded session", Operations, AllocatedBy(() => replay.Run()));
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The recording heats in {(double)replay.HeatedTicks / Operations:P0} of its ticks."));
        return total == 0;

        long Row(string what, int count, long bytes)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {count:N0} | {bytes:N0} |"));
            return bytes;
        }
    }

    private static long Repeated(Action operation)
    {
        operation();
        return AllocatedBy(() =>
        {
            for (int i = 0; i < Operations; i++)
            {
                operation();
            }
        });
    }

    private static long AllocatedBy(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
