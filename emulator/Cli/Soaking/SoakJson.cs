using System.Text.Json;
using IqosDevice.Emulator.Holder.Soak;
using IqosDevice.Emulator.Hosting.Fleet;

namespace IqosDevice.Cli.Soaking;

/// <summary>A soak as one JSON object on one line; the names are a contract with scripts.</summary>
internal static class SoakJson
{
    public static void Write(SoakOptions options, FleetReport report, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(new
        {
            seed = options.Seed,
            firstHolder = options.FirstHolder,
            holders = options.Holders,
            threads = report.Threads,
            virtualSeconds = report.VirtualSeconds,
            wallSeconds = report.WallSeconds,
            realTimeFactor = report.RealTimeFactor,
            processorSeconds = report.ProcessorSeconds,
            processorMicrosecondsPerHolderSecond = report.ProcessorMicrosecondsPerHolderSecond,
            latenessMilliseconds = new { p50 = report.LatenessP50Ms, p99 = report.LatenessP99Ms },
            bytesPerHolder = new { start = report.BytesPerHolderAtStart, end = report.BytesPerHolderAtEnd, grownPerHour = report.BytesPerHolderGrownPerHour },
            heating = new { share = report.HeatingShare, most = report.MostHeating },
            acts = report.Acts,
            faults = report.Faults,
            trips = report.Trips,
            violations = report.Violations.Select(violation => new { holder = violation.Holder, what = violation.What }),
            hash = report.Hash,
            minutes = report.Minutes.Select(minute => new
            {
                minute = minute.Minute,
                realTimeFactor = minute.RealTimeFactor,
                latenessMilliseconds = new { p50 = minute.LatenessP50Ms, p99 = minute.LatenessP99Ms },
                heating = minute.Heating,
                heapBytes = minute.HeapBytes,
                violations = minute.Violations,
            }),
        }));
}
