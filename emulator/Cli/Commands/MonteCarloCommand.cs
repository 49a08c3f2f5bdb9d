using System.CommandLine;
using IqosDevice.Cli.Population;
using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Cli.Commands;

/// <summary><c>montecarlo</c>: nominal sessions over units, weather, charge and puffs, and what the heater makes of them.</summary>
internal static class MonteCarloCommand
{
    private const int MostRuns = 1_000_000;

    public static Command Create(CliConsole console)
    {
        var defaults = new PopulationOptions();
        Option<int> runs = CommonOptions.CreateWhole("--runs", "Sessions to draw.", 1, MostRuns, defaults.Runs);
        Option<int> first = CommonOptions.CreateWhole(
            "--first", "Number of the first draw; with --runs 1 it replays one session.", 0, MostRuns, defaults.FirstRun);
        Option<ulong> seed = CommonOptions.CreateSeed();
        Option<double> spread = new Option<double>("--spread")
        {
            Description = "Half width of each parameter's uniform spread, as a share of its nominal value.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => defaults.Spread,
        }.Between(0, SessionDraw.HighestSpread, "(a share)");
        Option<string> format = OutputFormat.CreateOption();
        var plots = new Option<string?>("--plots") { Description = "Also draws docs/control.md's figures into a folder, as SVG.", HelpName = "FOLDER" };
        var command = new Command(
            "montecarlo",
            "Plays nominal sessions with every thermal parameter, the cell's charge, the weather and the puffs drawn, on all "
            + "cores; exit code 1 where one of them tripped.")
        {
            runs, first, seed, spread, format, plots,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var population = new PopulationOptions
            {
                Seed = parsed.GetValue(seed),
                FirstRun = parsed.GetValue(first),
                Runs = parsed.GetValue(runs),
                Spread = parsed.GetValue(spread),
            };
            PopulationReport report = ProgressDisplay.Show(
                population.Runs, console, step => PopulationRunner.Run(population, step, cancellation: cancellation), "sessions");
            if (parsed.GetValue(plots) is { } folder)
            {
                WritePlots(population, report, folder);
            }

            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                PopulationJson.Write(population, report, console.Out);
            }
            else
            {
                PopulationText.Write(population, report, console.Out);
            }

            return Task.FromResult((int)(report.FalseTrips == 0 ? ExitCode.Success : ExitCode.Failed));
        });
        return command.WithExamples(
            ("iqos-emulator montecarlo --runs 200", "a quick look, with a table"),
            ("iqos-emulator montecarlo --seed 7 --format json", "ten thousand sessions of another population, one JSON object"),
            ("iqos-emulator montecarlo --runs 1000 --plots docs/plots", "the drawings of docs/control.md"),
            ("iqos-emulator montecarlo --seed 7 --first 1234 --runs 1", "session 1234 of it alone, again"));
    }

    /// <exception cref="CliException">The folder cannot be written to.</exception>
    private static void WritePlots(PopulationOptions population, PopulationReport report, string folder)
    {
        try
        {
            ControlPlots.Write(population, report, folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"--plots {folder}: {cause.Message}");
        }
    }
}
