using System.Text.Json;
using IqosDevice.Emulator.Holder.Sessions.Population;

namespace IqosDevice.Cli.Population;

/// <summary>A population's figures as one JSON object on one line; the names are a contract with scripts.</summary>
internal static class PopulationJson
{
    public static void Write(PopulationOptions population, PopulationReport report, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(new
        {
            runs = report.Runs,
            excluded = report.Excluded,
            falseTrips = report.FalseTrips,
            readySeconds = MiddleAndTail(report.ReadySeconds),
            timeOptimalRatio = new { p50 = report.TimeOptimalRatio.Percentile(50), p99 = report.TimeOptimalRatio.Percentile(99) },
            overshootCelsius = MiddleAndTail(report.OvershootCelsius),
            holdErrorCelsius = new { p95 = report.HoldErrorPercentile(95), p99 = report.HoldErrorPercentile(99) },
            puffDroopCelsius = MiddleAndTail(report.PuffDroopCelsius),
            peakCelsius = new { max = report.PeakCelsius.Max },
            puffCountErrors = report.PuffCountErrors,
            refusedStarts = report.RefusedStarts,
            refusedThoughLasting = report.RefusedThoughLasting,
            endedByBattery = report.EndedByBattery,
            neverReady = report.NeverReady,
            played = report.Played,
            droopBeyondPhysicsCelsius = MiddleAndTail(report.DroopBeyondPhysicsCelsius),
            unavoidableDroopCelsius = MiddleAndTail(report.UnavoidableDroopCelsius),
            unavoidableDroopOfAllCelsius = MiddleAndTail(report.UnavoidableDroopOfAllCelsius),
            excludedSessions = new
            {
                unavoidableDroopCelsius = new
                {
                    min = report.UnavoidableDroopOfExcludedCelsius.Min,
                    p50 = report.UnavoidableDroopOfExcludedCelsius.Percentile(50),
                    max = report.UnavoidableDroopOfExcludedCelsius.Max,
                },
                puffCountErrors = report.PuffCountErrorsOfExcluded,
            },
            seed = population.Seed,
            firstRun = population.FirstRun,
            spread = population.Spread,
            findings = report.Findings.Select(finding =>
                new { run = finding.Run, seed = finding.Seed, what = finding.What, detail = finding.Detail }),
        }));

    private static object MiddleAndTail(Spreading figure) =>
        new { p50 = figure.Percentile(50), p99 = figure.Percentile(99), max = figure.Max };
}
