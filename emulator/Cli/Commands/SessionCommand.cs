using System.CommandLine;
using System.Diagnostics;
using IqosDevice.Cli.Sessions;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Holder.Tracing;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Cli.Commands;

/// <summary><c>session</c>: one whole session as fast as the machine can, from a fresh state.</summary>
internal static class SessionCommand
{
    public const string Name = "session";

    public static Command Create(CliConsole console)
    {
        Option<string> model = ModelOption.Create();
        Option<ulong> seed = CommonOptions.CreateSeed();
        var puffs = new Option<string>("--puffs")
        {
            Description = $"Puff profile: {string.Join(", ", PuffProfile.Names)}, "
                + "or a CSV file (seconds after Ready, millilitres, seconds).",
            HelpName = "NAME|FILE",
            DefaultValueFactory = _ => "natural",
        };
        Option<double> ambient = new Option<double>("--ambient")
        {
            Description = "Temperature of the surroundings, °C.",
            HelpName = "C",
            DefaultValueFactory = _ => new HolderOptions().AmbientCelsius,
        }.Between(-40, 85, "°C");
        Option<string> cell = CommonOptions.CreateCell();
        Option<string> format = OutputFormat.CreateOption();
        Option<int> repeat = new Option<int>("--repeat")
        {
            Description = "Play it so many times and report the fastest, too: the first pays for starting the program.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        }.Between(1, 1000, "times");
        var csv = new Option<string?>("--csv") { Description = "Write the curves to a CSV file.", HelpName = "FILE" };

        var command = new Command(
            Name, "Runs one whole session as fast as the machine can, from a fresh state, and reports on it.")
        {
            model, seed, puffs, ambient, cell, repeat, format, csv,
        };
        command.SetAction(parsed =>
        {
            var options = new HolderOptions
            {
                Model = parsed.GetRequiredValue(model),
                Seed = parsed.GetValue(seed),
                AmbientCelsius = parsed.GetValue(ambient),
                Plant = CommonOptions.PlantWith(parsed.GetValue(cell)),
            };
            PuffProfile profile = FindProfile(parsed.GetRequiredValue(puffs), options.Seed);
            SessionResult result = Run(options, profile, parsed.GetValue(csv));
            for (int round = 1; round < parsed.GetValue(repeat); round++)
            {
                result = result.Again(Run(options, profile, csvPath: null));
            }

            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                SessionJson.Write(result, console.Out);
            }
            else
            {
                SessionText.Write(result, console.Out);
            }

            return (int)ExitCode.Success;
        });
        return command.WithExamples(
            ("iqos-emulator session", "natural puffs, with a chart"),
            ("iqos-emulator session --puffs worst --seed 7 --format json", "one JSON object"),
            ("iqos-emulator session --repeat 20", "how fast it runs once the program has started"),
            ("iqos-emulator session --ambient 5 --csv session.csv", "a cold day, with the curves in a file"));
    }

    private static SessionResult Run(HolderOptions options, PuffProfile profile, string? csvPath)
    {
        using StreamWriter? csv = csvPath is null ? null : OpenCsv(csvPath);
        var samples = new List<TraceSample>();
        if (csv is not null)
        {
            SessionCsv.WriteHeader(csv);
        }

        long start = Stopwatch.GetTimestamp();
        SessionReport report = SessionRun.Execute(options, profile, sample =>
        {
            samples.Add(sample);
            if (csv is not null)
            {
                SessionCsv.WriteRow(sample, csv);
            }
        });
        return new SessionResult(report, samples, Stopwatch.GetElapsedTime(start));
    }

    private static PuffProfile FindProfile(string nameOrFile, ulong seed)
    {
        if (PuffProfile.Names.Contains(nameOrFile, StringComparer.Ordinal))
        {
            return PuffProfile.ByName(nameOrFile, seed);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new CliException(ExitCode.Usage, $"there is no puff profile and no file \"{nameOrFile}\".",
                $"profiles: {string.Join(", ", PuffProfile.Names)}.");
        }

        try
        {
            return PuffProfile.FromCsv(Path.GetFileName(nameOrFile), InputFile.ReadText(nameOrFile));
        }
        catch (FormatException problem)
        {
            throw new CliException(ExitCode.Usage, $"{nameOrFile}: {problem.Message}",
                "a line is \"seconds after Ready, millilitres, seconds\", e.g. 15,55,2.");
        }
    }

    private static StreamWriter OpenCsv(string path)
    {
        try
        {
            return new StreamWriter(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCode.Unavailable, $"cannot write \"{path}\": {problem.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
