using System.CommandLine;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>The command <c>gauge</c>: the firmware's battery gauge on measured drive cycles.</summary>
internal static class GaugeCommand
{
    private const int UsageExitCode = 64;

    private const string Examples = """
        Runs the firmware's battery gauge over every drive cycle in a folder, with and without the errors of a cheap board:
        current gain +1 % and offset +20 mA on 2.9 Ah, start charge 30 points too low, noise and steps of the converter.
        A coulomb counter (start 5 points too low) and a plain Kalman filter run on the same rows. Of pulse tests (HPPC in
        their name) it tells what a wrong start is off by after the first rest; of the emulator's cell, in the measured one's size
        and under the same current, what its voltage is off by.

        Examples:
          gauge --data ../shared/data/cell_panasonic_18650pf
          gauge --data ../shared/data/cell_lg_hg2 --cell lg --format json
          gauge --data ../shared/data/cell_panasonic_18650pf --plots docs/plots/gauge
        """;

    public static int Run(string[] args)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the logs (CSV).", Required = true };
        var cell = new Option<string>("--cell") { Description = "panasonic or lg; by default what the folder's name says." };
        cell.AcceptOnlyFromAmong(KnownCell.Panasonic.Name, KnownCell.Lg.Name);
        var format = new Option<string>("--format") { Description = "md or json.", DefaultValueFactory = static _ => "md" };
        format.AcceptOnlyFromAmong("md", "json");
        var plots = new Option<DirectoryInfo?>("--plots") { Description = "Also draws the errors over each file into a folder, as SVG." };
        var command = new RootCommand(Examples) { data, cell, format, plots };
        ParseResult parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            return UsageExitCode;
        }

        if (parsed.Action is { } action && parsed.GetValue(data) is null)
        {
            return parsed.Invoke();
        }

        DirectoryInfo folder = parsed.GetValue(data)!;
        return Execute(folder, CellOf(parsed.GetValue(cell), folder), parsed.GetValue(plots), parsed.GetValue(format) == "json");
    }

    private static KnownCell CellOf(string? name, DirectoryInfo folder) =>
        (name ?? (folder.Name.Contains("lg", StringComparison.OrdinalIgnoreCase) ? KnownCell.Lg.Name : null)) == KnownCell.Lg.Name
            ? KnownCell.Lg : KnownCell.Panasonic;

    private static int Execute(DirectoryInfo folder, KnownCell cell, DirectoryInfo? plots, bool json)
    {
        if (!folder.Exists)
        {
            Console.Error.WriteLine($"{folder.FullName} is no folder.");
            return UsageExitCode;
        }

        plots?.Create();
        var figures = new List<GaugeFigures>();
        var starts = new List<MiddleStart>();
        var rests = new List<RestStart>();
        var ages = new List<AgedCell>();
        var plants = new List<PlantCell>();
        foreach (FileInfo file in folder.GetFiles("*.csv", SearchOption.AllDirectories)
            .OrderBy(static file => file.FullName, StringComparer.Ordinal))
        {
            if (!CellLog.IsCycle(file.Name) && !AgedCell.IsDischarge(file.Name) && !RestStart.IsPulseTest(file.Name))
            {
                Console.Error.WriteLine($"{file.Name}: no drive cycle by its name, left out");
                continue;
            }

            try
            {
                CellLog log = CellLog.Read(file.FullName);
                if (AgedCell.IsDischarge(file.Name))
                {
                    ages.Add(AgedCell.Of(log, cell));
                    continue;
                }

                if (RestStart.IsPulseTest(file.Name))
                {
                    rests.AddRange(RestStart.Of(log, cell));
                    Console.Error.WriteLine($"{file.Name}: rests alone");
                    continue;
                }

                figures.AddRange(GaugeRun.Run(log, cell, plots?.FullName));
                starts.AddRange(MiddleStart.Of(log, cell));
                plants.AddRange(PlantCell.Of(log, cell.Plant));
                Console.Error.WriteLine($"{file.Name}: done");
            }
            catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{problem.Message}; left out");
            }
        }

        if (figures.Count == 0)
        {
            Console.Error.WriteLine($"{folder.FullName} has no drive cycle: <temperature>degC_<cycle>.csv, n before a temperature below zero.");
            return 1;
        }

        var report = new GaugeReport(cell, figures, starts, rests, ages, plants);
        if (json)
        {
            report.WriteJson(Console.Out);
        }
        else
        {
            report.WriteMarkdown(Console.Out);
        }

        return 0;
    }
}
