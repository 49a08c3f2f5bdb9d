using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using IqosDevice.Cli.Commands;

namespace IqosDevice.Cli;

/// <summary>The command line: parses, runs one command, and turns every failure into a message and an exit code.</summary>
public static class CliApp
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">Arguments without the program's name; none at all means <c>run</c>.</param>
    /// <param name="console">Where the command writes.</param>
    /// <param name="cancellation">Cancelled when the user wants an end (Ctrl-C, SIGTERM).</param>
    public static async Task<ExitCode> RunAsync(string[] args, CliConsole console, CancellationToken cancellation = default)
    {
        try
        {
            ParseResult parsed = CreateRoot(console).Parse(args.Length == 0 ? [RunCommand.Name] : args);
            if (parsed.Action is ParseErrorAction)
            {
                return ReportUsage(parsed, console.Error);
            }

            var invocation = new InvocationConfiguration
            {
                Output = console.Out,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,

                // Signals arrive through the cancellation token; the library would install handlers of its own.
                ProcessTerminationTimeout = null,
            };
            return (ExitCode)await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception exception)
        {
            return Report(exception, console.Error);
        }
    }

    /// <summary>What is wrong with a command line; empty for one that would run.</summary>
    public static IReadOnlyList<string> FindUsageErrors(string[] args) =>
        [.. CreateRoot(new CliConsole(TextWriter.Null, TextWriter.Null)).Parse(args).Errors.Select(problem => problem.Message)];

    private static RootCommand CreateRoot(CliConsole console)
    {
        var root = new RootCommand(
            "An emulated heated-tobacco holder: the firmware as it is flashed, on a virtual board, in virtual time.")
        {
            RunCommand.Create(console),
            SessionCommand.Create(console),
            DecodeCommand.Create(console),
            PlantCommand.Create(console),
            DoctorCommand.Create(console),
            MonteCarloCommand.Create(console),
            SoakCommand.Create(console),
            FaultsCommand.Create(console),
            ScenarioCommand.Create(console),
            ReplayCommand.Create(console),
            PortalCommand.Create(console),
            CompletionCommand.Create(console),
        };
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        return root.WithExamples(
            ("iqos-emulator", "serve an ILUMA i until Ctrl-C; the same as \"iqos-emulator run\""),
            ("iqos-emulator session --puffs hci", "one whole session at once, with a chart"),
            ("iqos-emulator decode 00C0010015", "explain a captured frame"));
    }

    private static ExitCode ReportUsage(ParseResult parsed, TextWriter error)
    {
        foreach (string message in parsed.Errors.Select(problem => problem.Message).Distinct())
        {
            error.WriteLine("error: " + UsageMessage.ForPeople(message));
        }

        string command = string.Empty;
        for (CommandResult? at = parsed.CommandResult; at is { Command: not RootCommand }; at = at.Parent as CommandResult)
        {
            command = at.Command.Name + " " + command;
        }

        error.WriteLine($"hint: iqos-emulator {command}--help shows what is possible.");
        return ExitCode.Usage;
    }

    private static ExitCode Report(Exception exception, TextWriter error)
    {
        (ExitCode exitCode, string message, string? hint) = exception switch
        {
            CliException known => (known.ExitCode, known.Message, known.Hint),
            OperationCanceledException => (ExitCode.Success, "ended by the user", null),
            IOException or UnauthorizedAccessException => (ExitCode.Unavailable, exception.Message, null),
            _ => (ExitCode.Internal, $"internal error: {exception.GetType().Name}: {exception.Message}",
                "this is a defect of iqos-emulator; the command line and this message help to find it."),
        };
        error.WriteLine("error: " + message);
        if (hint is not null)
        {
            error.WriteLine("hint: " + hint);
        }

        return exitCode;
    }

    // The library's own action asks the entry assembly, which is another one where a command runs inside a host.
    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Version version = typeof(CliApp).Assembly.GetName().Version!;
            parseResult.InvocationConfiguration.Output.WriteLine(version.ToString(fieldCount: 3));
            return (int)ExitCode.Success;
        }
    }
}
