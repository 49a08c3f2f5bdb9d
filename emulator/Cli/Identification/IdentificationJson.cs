using System.Text.Json;
using IqosDevice.Emulator.Identification;

namespace IqosDevice.Cli.Identification;

/// <summary>An identification as one JSON object on one line; the names are a contract with scripts.</summary>
internal static class IdentificationJson
{
    private static readonly JsonSerializerOptions Options = new();

    public static void Write(IdentificationReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            file = report.File,
            layout = report.Plant.Run.Layout,
            rows = report.Plant.Run.RowCount,
            seconds = report.Plant.Run.Seconds[^1],
            splitSeconds = report.SplitSeconds,
            zones = report.Plant.Zones.Select(ZoneOf),
            parameters = report.Plant.Parameters.Select(parameter => new
            {
                name = parameter.Name,
                value = parameter.Value,
                standardError = parameter.StandardError,
                lowest = parameter.Lowest,
                highest = parameter.Highest,
                atBound = parameter.IsAtBound,
            }),
            boundRmsCelsius = report.Plant.BoundRmsCelsius,
            heldOutRmsCelsius = report.Plant.HeldOutRmsCelsius,
            limitCelsius = report.LimitCelsius,
            pass = report.Passes,
        },
        Options));

    private static object ZoneOf(IdentifiedZone zone) => new
    {
        name = zone.Name,
        ambientCelsius = zone.Parameters.AmbientCelsius,
        gainKelvinPerSecond = zone.Parameters.GainKelvinPerSecond,
        heaterToSecondPerSecond = zone.Parameters.HeaterToSecondPerSecond,
        secondToHeaterPerSecond = zone.Parameters.SecondToHeaterPerSecond,
        heaterToAmbientPerSecond = zone.Parameters.HeaterToAmbientPerSecond,
        lossGrowthPerKelvin = zone.Parameters.LossGrowthPerKelvin,
        secondToAmbientPerSecond = zone.Parameters.SecondToAmbientPerSecond,
        couplingPerSecond = zone.Parameters.CouplingPerSecond,
        supplySag = zone.Parameters.SupplySag,
        lagSeconds = zone.Parameters.LagSeconds,
        fullInputKelvin = Finite(zone.Parameters.FullInputKelvin),
        shortSeconds = Finite(zone.Parameters.TimeConstants.ShortSeconds),
        longSeconds = Finite(zone.Parameters.TimeConstants.LongSeconds),
        fitted = FiguresOf(zone.Fitted),
        heldOut = FiguresOf(zone.HeldOut),
        hint = zone.Fitted.Hint,
    };

    // JSON has no infinity: what never settles, or is not there, is null.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static object FiguresOf(ResidualFigures figures) => new
    {
        rmsCelsius = figures.RmsCelsius,
        maximumCelsius = figures.MaximumCelsius,
        autocorrelation = figures.Autocorrelation,
        rows = figures.RowCount,
    };
}
