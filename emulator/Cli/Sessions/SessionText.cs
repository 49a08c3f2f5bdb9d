using IqosDevice.Emulator.Holder.Sessions;
using Spectre.Console;

namespace IqosDevice.Cli.Sessions;

/// <summary>A session's report for people: a table, and the curves of temperature, power and charge; 80 columns.</summary>
internal static class SessionText
{
    private const int Columns = 80;
    private const double ChartTopCelsius = 400;
    private const double ChartTopWatts = 15;

    public static void Write(SessionResult result, TextWriter output)
    {
        WriteTable(result, output);
        double[] seconds = [.. result.Samples.Select(sample => sample.Seconds)];
        if (seconds.Length == 0)
        {
            return;
        }

        output.WriteLine();
        new TimeChart("Heater, °C", 10, 0, ChartTopCelsius).Write(
            seconds, [.. result.Samples.Select(sample => sample.HeaterCelsius)], output);
        new TimeChart("Power, W", 5, 0, ChartTopWatts).Write(
            seconds, [.. result.Samples.Select(sample => sample.HeaterWatts)], output);
        double[] charge = [.. result.Samples.Select(sample => sample.ChargePercent)];
        double low = Math.Floor(charge.Min() / 10) * 10;
        double high = (Math.Floor(charge.Max() / 10) * 10) + 10;
        new TimeChart("Charge of the cell, %", 4, low, high).Write(seconds, charge, output);
        TimeChart.WriteAxis(seconds[^1] - seconds[0], output);
    }

    private static void WriteTable(SessionResult result, TextWriter output)
    {
        SessionReport report = result.Report;
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = false };
        table.Title = new TableTitle(Markup.Escape($"{report.Model}, seed {report.Seed}, puffs {report.PuffProfile}"));
        table.AddColumn("what").AddColumn(new TableColumn("value").RightAligned()).AddColumn("unit");
        AddRow(table, "Ready after", Number(report.ReadyAtSeconds, "F2"), "s");
        AddRow(table, "Peak of the heater", Number(report.PeakCelsius, "F1"), "°C");
        AddRow(table, "Overshoot over the set point", Number(report.OvershootCelsius, "F1"), "°C");
        AddRow(table, "Error while holding, 95 %", Number(report.HoldErrorP95Celsius, "F2"), "°C");
        AddRow(table, "Deepest droop in a puff", Number(report.PuffDroopMaxCelsius, "F1"), "°C");
        AddRow(table, "Puffs", $"{report.Puffs}", string.Empty);
        AddRow(table, "Ended by", report.EndReason, string.Empty);
        AddRow(table, "Heat", Number(report.EnergyJoules, "F0"), "J");
        AddRow(table, "Charge before, after", $"{report.ChargeBeforePercent:F1}, {report.ChargeAfterPercent:F1}", "%");
        AddRow(table, "Faults", report.Faults.Count == 0 ? "none" : string.Join(", ", report.Faults), string.Empty);
        AddRow(table, "Virtual time", Number(report.VirtualSeconds, "F1"), "s");
        AddRow(table, "Real time", Number(result.WallTime.TotalMilliseconds, "F0"), "ms");
        AddRow(table, "Speed", Number(result.Speed, "N0"), "x real time");
        if (result.Runs > 1)
        {
            AddRow(table, $"Speed, fastest of {result.Runs} runs", Number(result.FastestSpeed, "N0"), "x real time");
        }

        AddRow(table, "Trace", report.TraceHash, string.Empty);

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // The report is data: the same characters on a terminal, in a file and in a pipe.
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Columns;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
    }

    private static string Number(double? value, string format) => value?.ToString(format) ?? "never";

    private static void AddRow(Table table, string what, string value, string unit) =>
        table.AddRow(Markup.Escape(what), Markup.Escape(value), Markup.Escape(unit));
}
