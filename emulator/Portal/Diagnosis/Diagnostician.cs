using IqosDevice.Client.Values;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>Judges what a holder told. A device without findings is sound; any finding makes it faulty.</summary>
public static class Diagnostician
{
    /// <summary>Below this state of health a cell counts as worn out before its time, percent.</summary>
    public const int LeastHealthPercent = 70;

    /// <summary>Trips of one check that a log may hold before it is no accident any more.</summary>
    public const int MostTripsOfOneRow = 2;

    /// <summary>Preheating is promised to take about 20 s; a heater that needs more than this has drifted.</summary>
    public const int LongestPreheatSeconds = 35;

    /// <summary>How much longer than at the beginning of the log preheating may take, percent.</summary>
    public const int MostDriftPercent = 40;

    /// <summary>Sessions at each end of the log that are compared.</summary>
    private const int SessionsCompared = 3;

    public static IReadOnlyList<Finding> Judge(Readings readings) =>
        [.. new[] { LatchedFault(readings), RepeatedFault(readings), LowHealth(readings), HeaterDrift(readings) }.OfType<Finding>()];

    /// <summary>A fault that the holder shows now, or after which the log knows neither a reset nor a session.</summary>
    private static Finding? LatchedFault(Readings readings)
    {
        if (readings.Status is { } status)
        {
            return status.FaultRow != 0 ? new Finding("latched-fault", status.FaultRow, 0) : null;
        }

        EventLogEntry? last = readings.EventLog.LastOrDefault(entry =>
            entry.Kind is EventKind.Fault or EventKind.Reset or EventKind.SessionStarted);
        return last is { Kind: EventKind.Fault } ? new Finding("latched-fault", last.Code, 0) : null;
    }

    private static Finding? RepeatedFault(Readings readings) => readings.EventLog.Where(entry => entry.Kind == EventKind.Fault)
        .GroupBy(entry => entry.Code).Where(trips => trips.Count() > MostTripsOfOneRow)
        .Select(trips => new Finding("repeated-fault", trips.Key, MostTripsOfOneRow)).FirstOrDefault();

    private static Finding? LowHealth(Readings readings) => readings.Gauge.HealthPercent < LeastHealthPercent
        ? new Finding("low-health", readings.Gauge.HealthPercent, LeastHealthPercent)
        : null;

    /// <summary>A heater that ages takes longer to get ready; the log holds the seconds of each session.</summary>
    private static Finding? HeaterDrift(Readings readings)
    {
        int[] seconds = [.. readings.EventLog.Where(entry => entry.Kind == EventKind.SessionStarted).Select(entry => entry.Value)];
        if (seconds.Length < SessionsCompared)
        {
            return null;
        }

        int now = Median(seconds[^SessionsCompared..]);
        if (now > LongestPreheatSeconds)
        {
            return new Finding("heater-drift", now, LongestPreheatSeconds);
        }

        int limit = Median(seconds[..SessionsCompared]) * (100 + MostDriftPercent) / 100;
        return seconds.Length >= 2 * SessionsCompared && now > limit ? new Finding("heater-drift", now, limit) : null;
    }

    private static int Median(int[] numbers) => numbers.Order().ElementAt(numbers.Length / 2);
}
