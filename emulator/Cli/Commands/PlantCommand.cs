using System.CommandLine;
using IqosDevice.Cli.Identification;
using IqosDevice.Emulator.Identification;

namespace IqosDevice.Cli.Commands;

/// <summary><c>plant identify</c>: fits the plant's two-node structure to a measured test of a real heater.</summary>
internal static class PlantCommand
{
    public const string Name = "plant";

    private const string LayoutHint =
        "--time-column, --input-column and --temperature-column take a column's name or its number from 1.";

    private static readonly Dictionary<string, TemperatureUnit> Units = new(StringComparer.Ordinal)
    {
        ["c"] = TemperatureUnit.Celsius,
        ["f"] = TemperatureUnit.Fahrenheit,
        ["k"] = TemperatureUnit.Kelvin,
    };

    private static readonly Dictionary<string, PlantStructure> Structures = new(StringComparer.Ordinal)
    {
        ["sensor"] = PlantStructure.HeaterAndSensor,
        ["second"] = PlantStructure.HeaterAndSecond,
        ["both"] = PlantStructure.HeaterSecondAndSensor,
    };

    public static Command Create(CliConsole console) =>
        new Command(Name, "The model of the heater against measurements.") { CreateIdentify(console) }.WithExamples(
            ("iqos-emulator plant identify --data step.csv", "fit the two-node model to a measured step test"));

    private static Command CreateIdentify(CliConsole console)
    {
        var data = new Option<string>("--data")
        {
            Description = "CSV file: time, and one input and one temperature for each of one or two heaters.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string> nodes = new Option<string>("--nodes")
        {
            Description = "What is fitted behind the heater: the sensor's body (a lag), a second node with losses, or both.",
            HelpName = "sensor|second|both",
            DefaultValueFactory = _ => "sensor",
        }.AcceptOnlyFromAmong([.. Structures.Keys]);
        var known = new Option<string[]>("--known")
        {
            Description = "Another run of the very same kind of rig, used whole; once for each. What it says holds what "
                + "--data leaves open, in place of what is usual for a transistor in still air. With --nodes sensor only.",
            HelpName = "FILE",
        };
        var layout = new LayoutOptionSet();
        Option<double> limit = new Option<double>("--limit")
        {
            Description = "Highest rms deviation in the second half, °C; exit code 1 above it.",
            HelpName = "C",
            DefaultValueFactory = _ => 1.5,
        }.Between(0, 1000, "°C");
        Option<string> format = OutputFormat.CreateOption();
        var csv = new Option<string?>("--csv") { Description = "Write what was measured and predicted.", HelpName = "FILE" };
        var svg = new Option<string?>("--svg") { Description = "Draw what was measured and predicted.", HelpName = "FILE" };
        var command = new Command(
            "identify", "Fits the two-node model to the first half of a measured test and predicts the second half.")
        {
            data, nodes, known, limit, format, csv, svg,
        };
        layout.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(data);
            LayoutOptions columns = layout.Read(parsed);
            IdentifiedPlant plant = Identify(
                path, Structures[parsed.GetRequiredValue(nodes)], parsed.GetValue(known) ?? [], columns);
            var report = new IdentificationReport(Path.GetFileName(path), plant, parsed.GetValue(limit));
            WriteFile(parsed.GetValue(csv), output => IdentificationCsv.Write(plant, output));
            WriteFile(parsed.GetValue(svg), output => IdentificationSvg.Write(report, output));
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                IdentificationJson.Write(report, console.Out);
            }
            else
            {
                IdentificationText.Write(report, console.Out);
            }

            return (int)(report.Passes ? ExitCode.Success : ExitCode.Failed);
        });
        return command.WithExamples(
            ("iqos-emulator plant identify --data step.csv", "columns, units and scale are found out"),
            ("iqos-emulator plant identify --data step.csv --units k --input-scale 255", "kelvin, and an input of 8 bits"),
            ("iqos-emulator plant identify --data rig.csv --time-column 1 --input-column Q1 --temperature-column T1",
                "columns by number or name; repeat the last two for a second heater"),
            ("iqos-emulator plant identify --data new.csv --known first.csv --known second.csv",
                "what other runs of such a rig say holds what this one leaves open"),
            ("iqos-emulator plant identify --data step.csv --format json --csv curves.csv --svg curves.svg",
                "for programs, with the curves and a drawing of them"));
    }

    private static IdentifiedPlant Identify(string path, PlantStructure structure, string[] known, LayoutOptions columns)
    {
        if (known.Length > 0 && !structure.IsHeldByExperience)
        {
            throw new CliException(ExitCode.Usage, "--known holds nothing with these --nodes; it goes with --nodes sensor.");
        }

        MeasuredRun run = Read(path, columns);
        MeasuredRun[] others = Array.ConvertAll(known, other => Read(other, columns));
        return others.All(other => other.Zones.Count == run.Zones.Count)
            ? PlantIdentifier.Identify(run, structure, others)
            : throw new CliException(ExitCode.Usage, $"a run given by --known has not {run.Zones.Count} heaters as {path} has.");
    }

    private static MeasuredRun Read(string path, LayoutOptions options)
    {
        try
        {
            return MeasuredRunCsv.Parse(InputFile.ReadText(path), options);
        }
        catch (FormatException problem)
        {
            throw new CliException(ExitCode.Usage, $"{path}: {problem.Message}", LayoutHint);
        }
    }

    private static void WriteFile(string? path, Action<TextWriter> write)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            using var output = new StreamWriter(path) { NewLine = "\n" };
            write(output);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Unavailable, $"cannot write {path}: {problem.Message}");
        }
    }

    /// <summary>The options that say what the columns are.</summary>
    private sealed class LayoutOptionSet
    {
        private readonly Option<string?> time = new("--time-column")
        {
            Description = "Column of the time in seconds.",
            HelpName = "NAME|N",
        };

        private readonly Option<string[]> inputs = new("--input-column")
        {
            Description = "Column of a heater's input; once for each heater.",
            HelpName = "NAME|N",
        };

        private readonly Option<string[]> temperatures = new("--temperature-column")
        {
            Description = "Column of a heater's temperature; in the order of the inputs.",
            HelpName = "NAME|N",
        };

        private readonly Option<string?> units = new Option<string?>("--units")
        {
            Description = "Unit of the temperatures.",
            HelpName = "c|k|f",
        }.AcceptOnlyFromAmong([.. Units.Keys]);

        private readonly Option<double?> scale = new("--input-scale")
        {
            Description = "Value of an input that means full power, e.g. 1, 100 or 255.",
            HelpName = "N",
        };

        public LayoutOptionSet()
        {
            scale.Validators.Add(result =>
            {
                if (!result.Errors.Any() && result.GetValueOrDefault<double?>() is { } value && !(value > 0 && double.IsFinite(value)))
                {
                    result.AddError($"--input-scale is a number above 0, not {value}.");
                }
            });
        }

        public void AddTo(Command command)
        {
            foreach (Option option in new Option[] { time, inputs, temperatures, units, scale })
            {
                command.Options.Add(option);
            }
        }

        public LayoutOptions Read(ParseResult parsed) => new()
        {
            TimeColumn = parsed.GetValue(time),
            InputColumns = parsed.GetValue(inputs) ?? [],
            TemperatureColumns = parsed.GetValue(temperatures) ?? [],
            Unit = parsed.GetValue(units) is { } unit ? Units[unit] : null,
            InputScale = parsed.GetValue(scale),
        };
    }
}
