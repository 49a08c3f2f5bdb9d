using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IqosDevice.Emulator.Holder.Sessions.Starts;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Benchmarks.Gate;

/// <summary>The command <c>gate</c>: the firmware's session gate over a population of starts.</summary>
internal static class GateCommand
{
    private const int UsageExitCode = 64;
    private const double MostRefusedPercent = 5;

    private const string About = """
        Lets the firmware's session gate judge starts: 0 to 40 °C, cells of 70 to 100 % health, any charge, a person's own
        puffs, a unit that has played eight sessions before. What it allows is played to its end; so is what it refuses, with the
        gate overridden. Exit code 1 where a session ended by an empty cell or a fault, or more than 5 % of those that would have
        succeeded were refused. Beside it: gates that know cell and session exactly and demand 1.15 times the session's energy.

        Examples:
          gate
          gate --starts 200 --seed 7 --format json
          gate --first 123 --starts 1
          gate --rows starts.csv
        """;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static int Run(string[] args)
    {
        var starts = new Option<int>("--starts") { Description = "How many.", DefaultValueFactory = static _ => 1000 };
        var first = new Option<int>("--first") { Description = "Number of the first one." };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the population.", DefaultValueFactory = static _ => 1 };
        var format = new Option<string>("--format") { Description = "md or json.", DefaultValueFactory = static _ => "md" };
        format.AcceptOnlyFromAmong("md", "json");
        var rows = new Option<FileInfo?>("--rows") { Description = "Also writes a row a start into a file (CSV)." };
        var command = new RootCommand(About) { starts, first, seed, format, rows };
        int exitCode = UsageExitCode;
        command.SetAction(parsed => exitCode = Execute(
            parsed.GetValue(seed), parsed.GetValue(first), Math.Max(1, parsed.GetValue(starts)), parsed.GetValue(format) == "json",
            parsed.GetValue(rows)));
        command.Parse(args).Invoke();
        return exitCode;
    }

    private static int Execute(ulong seed, int first, int starts, bool json, FileInfo? rows)
    {
        int done = 0;
        StartReport report = StartRunner.Run(seed, first, starts, () =>
        {
            if (++done % 100 == 0)
            {
                Console.Error.WriteLine($"{done} of {starts} starts");
            }
        });
        if (rows is not null)
        {
            StartRows.Write(rows.FullName, report);
        }

        if (json)
        {
            WriteJson(report, seed, first);
        }
        else
        {
            WriteMarkdown(report, seed, first);
        }

        bool met = report.EndedByBattery.Count == 0 && report.EndedByFault.Count == 0
            && report.RefusedThoughLastingPercent <= MostRefusedPercent;
        return met ? 0 : 1;
    }

    private static void WriteJson(StartReport report, ulong seed, int first) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            Seed = seed,
            First = first,
            report.Starts,
            report.Allowed,
            report.Succeeded,
            EndedByBattery = report.EndedByBattery.Select(static start => start.Draw.Run),
            EndedByFault = report.EndedByFault.Select(static start => start.Draw.Run),
            report.RefusedForEnergy,
            report.RefusedForVoltage,
            RefusedThoughLasting = report.RefusedThoughLasting.Select(static start => start.Draw.Run),
            RefusedThoughLastingPercent = Math.Round(report.RefusedThoughLastingPercent, 2),
            report.Lasting,
            AllKnowingRefusesGiven = report.NotGiven,
            AllKnowingRefusesStored = report.NotStored,
        },
        Json));

    private static void WriteMarkdown(StartReport report, ulong seed, int first)
    {
        Console.WriteLine($"# Session gate: {report.Starts} starts, seed {seed}, from {first}");
        Console.WriteLine();
        Console.WriteLine("| what | starts |");
        Console.WriteLine("| --- | ---: |");
        Console.WriteLine($"| allowed | {report.Allowed} |");
        Console.WriteLine($"| ended by time or puffs | {report.Succeeded} |");
        Console.WriteLine($"| ended by an empty cell | {report.EndedByBattery.Count} |");
        Console.WriteLine($"| ended by a fault | {report.EndedByFault.Count} |");
        Console.WriteLine($"| refused for energy | {report.RefusedForEnergy} |");
        Console.WriteLine($"| refused for voltage | {report.RefusedForVoltage} |");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| refused though it would have lasted | {report.RefusedThoughLasting.Count} ({report.RefusedThoughLastingPercent:0.0} % of those that would have) |"));
        Console.WriteLine($"| of the {report.Lasting} that last, an all-knowing gate refuses: the cell gives less than 1.15 sessions | {report.NotGiven} |");
        Console.WriteLine($"| the same: less than 1.15 sessions are stored | {report.NotStored} |");
        WriteBands(report, "°C", [0, 10, 20, 30, 40], static draw => draw.AmbientCelsius);
        WriteBands(report, "% of health", [70, 80, 90, 100], static draw => 100 * draw.Health);
        Console.WriteLine();
        foreach (JudgedStart start in report.EndedByBattery.Concat(report.EndedByFault).Concat(report.RefusedThoughLasting))
        {
            StartDraw draw = start.Draw;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"- start {draw.Run}: {start.Refusal}, {start.EndReason}; {draw.AmbientCelsius:0.0} °C, health {draw.Health * 100:0} %, charge {draw.StateOfCharge * 100:0.0} %"));
        }
    }

    private static void WriteBands(StartReport report, string unit, int[] edges, Func<StartDraw, double> of)
    {
        Console.WriteLine();
        Console.WriteLine($"| {unit} | that last | refused of them | all-knowing: gives | stores |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach ((int low, int high) in edges.Zip(edges.Skip(1)))
        {
            JudgedStart[] band = [.. report.All.Where(start => start.Lasts && of(start.Draw) >= low && of(start.Draw) < high)];
            Console.WriteLine(
                $"| {low} to {high} | {band.Length} | {band.Count(static start => start.CouldHaveLasted)} | "
                + $"{band.Count(static start => !start.AllKnowing.Gives)} | {band.Count(static start => !start.AllKnowing.Stores)} |");
        }
    }
}
