using IqosDevice.Emulator.Holder.Sessions.Population;
using Spectre.Console;

namespace IqosDevice.Cli.Population;

/// <summary>A population's figures for people: two tables, and the sessions worth a look; 80 columns.</summary>
internal static class PopulationText
{
    private const int Columns = 80;
    private const int MostFindings = 20;

    public static void Write(PopulationOptions population, PopulationReport report, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // The report is data: the same characters on a terminal, in a file and in a pipe.
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Columns;
        console.Profile.Capabilities.Unicode = true;
        console.Write(Counts(population, report));
        console.Write(Figures(report));
        foreach (PopulationFinding finding in report.Findings.Take(MostFindings))
        {
            output.WriteLine($"run {finding.Run}: {finding.What}: {finding.Detail}");
        }

        if (report.Findings.Count > MostFindings)
        {
            output.WriteLine($"… and {report.Findings.Count - MostFindings} more; --format json has all of them");
        }

        if (report.Findings.Count > 0)
        {
            output.WriteLine($"replay one: iqos-emulator montecarlo --seed {population.Seed} --first RUN --runs 1");
        }
    }

    private static Table Counts(PopulationOptions population, PopulationReport report)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = false };
        table.Title = new TableTitle($"Seed {population.Seed}, from run {population.FirstRun}, spread ±{population.Spread * 100:F0} %");
        table.AddColumn("what").AddColumn(new TableColumn("count").RightAligned());
        AddCount("Draws", report.Runs);
        AddCount("Start refused for want of charge, or for the weather", report.RefusedStarts);
        AddCount("… whose cell would have carried the session", report.RefusedThoughLasting);
        AddCount("Excluded: holding takes more than the cell gives", report.Excluded);
        AddCount("… in which puffs are miscounted", report.PuffCountErrorsOfExcluded);
        AddCount("Played", report.Played);
        AddCount("False trips", report.FalseTrips);
        AddCount("Ended by an empty cell", report.EndedByBattery);
        AddCount("Never ready", report.NeverReady);
        AddCount("Puffs miscounted", report.PuffCountErrors);
        return table;

        void AddCount(string what, int count) => table.AddRow(what, $"{count}");
    }

    private static Table Figures(PopulationReport report)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn("figure");
        foreach (string column in new[] { "p50", "p95", "p99", "max" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        AddFigure("Ready, s", report.ReadySeconds, "F2");
        AddFigure("Rise over the shortest possible", report.TimeOptimalRatio, "F3");
        AddFigure("Overshoot, °C", report.OvershootCelsius, "F2");
        table.AddRow("Hold error of all samples, °C",
            Number(report.HoldErrorPercentile(50), "F2"), Number(report.HoldErrorPercentile(95), "F2"),
            Number(report.HoldErrorPercentile(99), "F2"), Number(report.HoldErrorPercentile(100), "F2"));
        AddFigure("Deepest droop in a puff, °C", report.PuffDroopCelsius, "F2");
        AddFigure("What no controller can prevent of it, °C", report.UnavoidableDroopCelsius, "F2");
        AddFigure("Droop beyond that, °C", report.DroopBeyondPhysicsCelsius, "F2");
        AddFigure("Unavoidable, with the excluded, °C", report.UnavoidableDroopOfAllCelsius, "F2");
        AddFigure("Peak of the heater, °C", report.PeakCelsius, "F1");
        return table;

        void AddFigure(string what, Spreading figure, string format) => table.AddRow(
            what, Number(figure.Percentile(50), format), Number(figure.Percentile(95), format),
            Number(figure.Percentile(99), format), Number(figure.Max, format));
    }

    private static string Number(double? value, string format) => value?.ToString(format) ?? "-";
}
