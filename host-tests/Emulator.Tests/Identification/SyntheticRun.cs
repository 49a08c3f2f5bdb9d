using IqosDevice.Emulator.Identification;

namespace IqosDevice.Emulator.Tests.Identification;

/// <summary>Runs of a plant whose parameters are known.</summary>
internal static class SyntheticRun
{
    /// <summary>A run of an hour with a row each two seconds and steps of the input, without noise.</summary>
    public static MeasuredRun Of(params ZoneParameters[] zones)
    {
        double[] seconds = [.. Enumerable.Range(0, 1800).Select(row => row * 2.0)];
        MeasuredZone[] driven =
        [
            .. zones.Select((_, zone) => new MeasuredZone(
                $"T{zone + 1}", [.. seconds.Select(at => ((int)(at / (zone == 0 ? 170 : 230)) % 3) * 0.4)], new double[seconds.Length])),
        ];
        double[][] celsius = new TwoNodeModel(new MeasuredRun(seconds, driven)).Predict(zones, seconds.Length);
        return new MeasuredRun(seconds, [.. driven.Select((zone, i) => zone with { Celsius = celsius[i] })]);
    }

    /// <summary>The first part of a run alone, as a test broken off.</summary>
    public static MeasuredRun Beginning(this MeasuredRun run, int rowCount) => new(
        run.Seconds[..rowCount],
        [.. run.Zones.Select(zone => zone with { Input = zone.Input[..rowCount], Celsius = zone.Celsius[..rowCount] })]);
}
