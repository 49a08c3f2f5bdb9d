using System.CommandLine;
using IqosDevice.Cli.Scenarios;
using IqosDevice.Emulator.Scenarios.Reading;

namespace IqosDevice.Cli.Commands;

/// <summary><c>scenario</c>: plays scripts of what happens to a holder and what must come of it.</summary>
internal static class ScenarioCommand
{
    public const string Name = "scenario";

    private const int MostThreads = 256;

    public static Command Create(CliConsole console) =>
        new Command(Name, "Scripts of what happens to a holder and what must come of it, in virtual time.")
        {
            CreateRun(console), CreateNew(console), CreateSchema(console),
        }.WithExamples(
            ("iqos-emulator scenario new first.yaml", "write a commented scenario to begin with"),
            ("iqos-emulator scenario run first.yaml", "play it"),
            ("iqos-emulator scenario run --junit results.xml", "play all that ship with the program, for a build server"));

    private static Command CreateRun(CliConsole console)
    {
        var paths = new Argument<string[]>("FILE|DIR")
        {
            Description = "Scenario files, or folders of them; those that ship with the program where none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var junit = new Option<string?>("--junit") { Description = "Write the results as JUnit XML.", HelpName = "FILE" };
        Option<int> threads = CommonOptions.CreateWhole(
            "--parallel", "Scenarios side by side; the results do not depend on it. Default: the number of cores.",
            1, MostThreads, Environment.ProcessorCount);
        var seed = new Option<ulong?>("--seed") { Description = "Replaces the seed of every scenario.", HelpName = "N" };
        Option<string> format = OutputFormat.CreateOption();
        var command = new Command("run", "Plays scenarios; exit code 1 where one does not come out as it says.")
        {
            paths, junit, threads, seed, format,
        };
        command.SetAction((parsed, cancellation) =>
        {
            IReadOnlyList<string> files = ScenarioFiles.Find(parsed.GetValue(paths) ?? []);
            IReadOnlyList<ScenarioResult> results = ProgressDisplay.Show(
                files.Count,
                console,
                step => ScenarioBatch.Play(files, parsed.GetValue(seed), parsed.GetValue(threads), step, cancellation),
                "scenarios");
            return Task.FromResult((int)Report(results, parsed.GetValue(junit), parsed.GetValue(format) == OutputFormat.Json, console));
        });
        return command.WithExamples(
            ("iqos-emulator scenario run", "all that ship with the program"),
            ("iqos-emulator scenario run tests/holder --junit results.xml --parallel 2", "a folder of your own, for a build server"),
            ("iqos-emulator scenario run lock.yaml --seed 7", "one, with other noise"));
    }

    private static Command CreateNew(CliConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it; must not exist yet." };
        var command = new Command("new", "Writes a commented scenario to begin with.") { file };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            using (var output = new StreamWriter(OpenNew(path)) { NewLine = "\n" })
            {
                output.Write(Starter());
            }

            console.Error.WriteLine($"wrote {path}; play it with: iqos-emulator scenario run {path}");
            return (int)ExitCode.Success;
        });
        return command.WithExamples(("iqos-emulator scenario new first.yaml", "one session, stopped by hand, with a client"));
    }

    private static Command CreateSchema(CliConsole console)
    {
        var command = new Command("schema", "Prints the JSON schema of scenario files, for editors.");
        command.SetAction(_ =>
        {
            console.Out.Write(ScenarioSchema.Json());
            return (int)ExitCode.Success;
        });
        return command.WithExamples(("iqos-emulator scenario schema > scenario.schema.json",
            "an editor that is told of it completes and checks while you type"));
    }

    private static ExitCode Report(IReadOnlyList<ScenarioResult> results, string? junitPath, bool asJson, CliConsole console)
    {
        if (junitPath is not null)
        {
            using var junit = new StreamWriter(junitPath);
            JUnitWriter.Write(results, junit);
        }

        if (asJson)
        {
            ScenarioJson.Write(results, console.Out);
        }
        else
        {
            ScenarioText.Write(results, console.Out);
        }

        int failed = results.Count(result => !result.Passed);
        console.Error.WriteLine($"{results.Count - failed} passed, {failed} failed");
        if (results.Any(result => result.SyntaxError is not null))
        {
            return ExitCode.Usage;
        }

        return failed == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static string Starter()
    {
        using Stream resource = typeof(ScenarioCommand).Assembly.GetManifestResourceStream("starter.yaml")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    private static FileStream OpenNew(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new CliException(ExitCode.Usage, $"{path} exists already.", "choose another name, or delete it first.");
        }
    }
}
