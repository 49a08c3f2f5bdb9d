using IqosDevice.Emulator.Identification;

namespace IqosDevice.Cli.Identification;

/// <summary>An identification for people.</summary>
internal static class IdentificationText
{
    public static void Write(IdentificationReport report, TextWriter output)
    {
        MeasuredRun run = report.Plant.Run;
        output.WriteLine($"{report.File}: {run.RowCount} rows, {run.Seconds[^1]:F0} s; fitted up to {report.SplitSeconds:F0} s, "
            + "predicted from there on without looking");
        output.WriteLine(run.Layout);
        foreach (IdentifiedZone zone in report.Plant.Zones)
        {
            output.WriteLine();
            WriteZone(zone, run.Zones.Count > 1, output);
        }

        output.WriteLine();
        output.WriteLine("what the first half and experience tell of each, one standard deviation");
        foreach (IdentifiedParameter parameter in report.Plant.Parameters)
        {
            string bound = parameter.IsAtBound ? $"  at its bound, {parameter.Lowest:G3}..{parameter.Highest:G3}" : string.Empty;
            output.WriteLine($"  {parameter.Name,-26}{parameter.Value,10:G4} ± {parameter.StandardError:G2}{bound}");
        }

        output.WriteLine();
        output.WriteLine($"fitted to the whole run the same structure leaves {report.Plant.BoundRmsCelsius:F2} °C rms in the second half");
        output.WriteLine($"second half: {report.Plant.HeldOutRmsCelsius:F2} °C rms, "
            + $"{(report.Passes ? "within" : "NOT within")} {report.LimitCelsius:0.##} °C");
    }

    private static void WriteZone(IdentifiedZone zone, bool hasCoupling, TextWriter output)
    {
        ZoneParameters found = zone.Parameters;
        (double shorter, double longer) = found.TimeConstants;
        output.WriteLine(zone.Name);
        WriteRow("ambient as read here", found.AmbientCelsius, "F2", "°C", output);
        WriteRow("gain at full input", found.GainKelvinPerSecond, "F4", "K/s      P / C_h", output);
        WriteRow("heater to second node", found.HeaterToSecondPerSecond, "F5", "1/s      G_hs / C_h", output);
        WriteRow("second node to heater", found.SecondToHeaterPerSecond, "F5", "1/s      G_hs / C_s", output);
        WriteRow("heater to ambient", found.HeaterToAmbientPerSecond, "F5", "1/s      G_ha / C_h", output);
        WriteRow("that loss grows by", found.LossGrowthPerKelvin * 100, "F2", "% for each kelvin above ambient", output);
        WriteRow("second node to ambient", found.SecondToAmbientPerSecond, "F5", "1/s      G_sa / C_s", output);
        if (hasCoupling)
        {
            WriteRow("from the other heater", found.CouplingPerSecond, "F5", "1/s      G_12 / C_h", output);
        }

        string whose = hasCoupling ? "the other heater" : "the heater itself";
        WriteRow("sag of the supply", found.SupplySag, "F2", $"         power lost with {whose} at full input", output);
        WriteRow("lag of the sensor", found.LagSeconds, "F1", found.LagSeconds > 0 ? "s" : "s        none: it does not pay", output);
        WriteRow("time constants", shorter, "F1", double.IsFinite(longer) ? $"s and {longer:F0} s" : "s", output);
        WriteRow("settles at full input at", found.FullInputKelvin, "F1", "K above ambient", output);
        WriteFigures("first half, fitted", zone.Fitted, output);
        WriteFigures("second half, predicted", zone.HeldOut, output);
        output.WriteLine($"  {zone.Fitted.Hint}");
    }

    private static void WriteRow(string name, double value, string format, string unit, TextWriter output) =>
        output.WriteLine($"  {name,-26}{value.ToString(format),10} {unit}");

    private static void WriteFigures(string name, ResidualFigures figures, TextWriter output) => output.WriteLine(
        $"  {name,-26}{figures.RmsCelsius,10:F2} °C rms, {figures.MaximumCelsius:F2} °C at most, "
        + $"autocorrelation {figures.Autocorrelation:F2} (white below {figures.WhiteLimit:F2})");
}
