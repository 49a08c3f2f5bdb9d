using System.Text.Json;
using IqosDevice.Emulator.Holder.Sessions;

namespace IqosDevice.Cli.Sessions;

/// <summary>A session's report as one JSON object on one line; the names are a contract with scripts.</summary>
internal static class SessionJson
{
    private static readonly JsonSerializerOptions Options = new();

    public static void Write(SessionResult result, TextWriter output)
    {
        SessionReport report = result.Report;
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                model = report.Model,
                seed = report.Seed,
                puffProfile = report.PuffProfile,
                readyAtSeconds = report.ReadyAtSeconds,
                peakCelsius = report.PeakCelsius,
                overshootCelsius = report.OvershootCelsius,
                holdErrorP95Celsius = report.HoldErrorP95Celsius,
                puffDroopMaxCelsius = report.PuffDroopMaxCelsius,
                puffs = report.Puffs,
                endReason = report.EndReason,
                energyJoules = report.EnergyJoules,
                chargeBeforePercent = report.ChargeBeforePercent,
                chargeAfterPercent = report.ChargeAfterPercent,
                faults = report.Faults,
                virtualSeconds = report.VirtualSeconds,
                wallMilliseconds = result.WallTime.TotalMilliseconds,
                timesRealTime = Math.Round(result.Speed),
                runs = result.Runs,
                fastestWallMilliseconds = result.FastestWallTime.TotalMilliseconds,
                fastestTimesRealTime = Math.Round(result.FastestSpeed),
                traceHash = report.TraceHash,
            },
            Options));
    }
}
