using System.Globalization;
using IqosDevice.Emulator.Holder.Soak;
using IqosDevice.Emulator.Hosting.Fleet;

namespace IqosDevice.Cli.Soaking;

/// <summary>A soak for people.</summary>
internal static class SoakText
{
    private const int MostViolations = 20;

    /// <summary>Everything that fixes the run, before it begins.</summary>
    public static string Heading(SoakOptions options) =>
        $"seed {options.Seed}, holders {options.FirstHolder} to {options.FirstHolder + options.Holders - 1}, "
        + $"{options.Duration} each, {(options.OnlySessions ? "one session after another" : "acts of every kind")}";

    /// <summary>One virtual minute.</summary>
    public static string Line(FleetMinute minute) => string.Create(CultureInfo.InvariantCulture,
        $"minute {minute.Minute}: {minute.RealTimeFactor:F1} x real time, {Late(minute.LatenessP50Ms, minute.LatenessP99Ms)}"
        + $"{minute.Heating} heating, {minute.HeapBytes / 1e6:F1} MB, {minute.Violations} violations");

    public static void Write(SoakOptions options, FleetReport report, TextWriter output)
    {
        void Row(string what, FormattableString value) => output.WriteLine($"{what,-24}{value.ToString(CultureInfo.InvariantCulture)}");
        Row("holders", $"{options.Holders} on {report.Threads} threads");
        Row("virtual time", $"{report.VirtualSeconds:F0} s each, in {report.WallSeconds:F1} s");
        Row("real time", $"{report.RealTimeFactor:F2} x, {report.RealTimeFactor * options.Holders:F0} x in holder time");
        Row("processor", $"{report.ProcessorSeconds:F1} s, {report.ProcessorMicrosecondsPerHolderSecond:F0} µs a holder second");
        if (report.LatenessP50Ms is { } middle)
        {
            Row("lateness of turns", $"{middle:F1} ms median, {report.LatenessP99Ms:F1} ms p99");
        }

        Row("memory a holder", $"{report.BytesPerHolderAtStart:N0} bytes at the start, {report.BytesPerHolderAtEnd:N0} at the end");
        if (report.BytesPerHolderGrownPerHour is { } growth)
        {
            Row("grown after warm-up", $"{growth:N0} bytes a holder and hour");
        }

        Row("heating", $"{report.HeatingShare:P1} of the time, {report.MostHeating} at once at most");
        Row("acts", $"{report.Acts:N0}, of which faults {report.Faults:N0}");
        Row("supervision tripped", $"{report.Trips:N0} times");
        Row("hash", $"{report.Hash}");
        Row("violations", $"{report.Violations.Count}");
        foreach (FleetViolation violation in report.Violations.Take(MostViolations))
        {
            output.WriteLine($"holder {violation.Holder}: {violation.What}");
        }

        if (report.Violations.Count > 0)
        {
            string sessions = options.OnlySessions ? " --sessions" : string.Empty;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"replay one: iqos-emulator soak --seed {options.Seed} --first HOLDER --holders 1 --for {options.Duration.TotalSeconds}s{sessions}"));
        }
    }

    private static string Late(double? middle, double? tail) => middle is null
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"late by {middle:F1} ms (p99 {tail:F1} ms), ");
}
