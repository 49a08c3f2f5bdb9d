using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using IqosDevice.Cli.FaultProof;
using IqosDevice.Emulator.Faults.Matrix;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Cli.Commands;

/// <summary><c>faults</c>: the fault matrix, which proves every row of the safety checklist on its fault.</summary>
internal static class FaultsCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Markdown = "md";

    public static Command Create(CliConsole console)
    {
        Option<int[]?> rows = CreateRows();
        Option<ulong> seed = CommonOptions.CreateSeed();
        Option<string> format = new Option<string>("--format")
        {
            Description = "text for people, json for programs, md for documents.",
            DefaultValueFactory = _ => Text,
            HelpName = "text|json|md",
        }.AcceptOnlyFromAmong(Text, Json, Markdown);
        var expectations = new Option<FileInfo?>("--expectations")
        {
            Description = "Writes what was found as a new expectation table, to be reviewed by its differences.",
            HelpName = "FILE",
        };
        var sweep = new Option<bool>("--sweep")
        {
            Description = "Instead of the rows: every kind of fault on every channel, whoever notices; none may exceed a limit.",
        };
        var plots = new Option<string?>("--plots") { Description = "Also draws docs/safety.md's figures into a folder, as SVG.", HelpName = "FOLDER" };
        var command = new Command(
            "faults",
            "Breaks a holder in every way of the safety checklist, in every phase, on the smallest, the nominal and the largest "
            + "plant, and again with the row's own detector switched off; on all cores. Exit code 1 where something goes uncaught "
            + "or a cell is not as the expectation table says.")
        {
            rows, sweep, seed, format, expectations, plots,
        };
        command.SetAction((parsed, cancellation) =>
        {
            IReadOnlyList<FaultTrial> trials = parsed.GetValue(sweep) ? FaultTrials.Sweep : Chosen(parsed.GetValue(rows));
            MatrixReport report = ProgressDisplay.Show(
                FaultMatrix.CellsOf(trials).Count,
                console,
                step => FaultMatrixRunner.Run(trials, parsed.GetValue(seed), ExpectationTable.Load(), step, cancellation: cancellation),
                "cells");
            if (parsed.GetValue(expectations) is { } file)
            {
                File.WriteAllText(file.FullName, ExpectationTable.Write(report.Cells));
            }

            if (parsed.GetValue(plots) is { } folder)
            {
                WritePlots(parsed.GetValue(seed), folder);
            }

            Write(parsed.GetValue(format)!, report, console.Out);
            return Task.FromResult((int)(report.Summary.Passed == report.Summary.Cells ? ExitCode.Success : ExitCode.Failed));
        });
        return command.WithExamples(
            ("iqos-emulator faults --rows 1,6,15", "a quick look at three rows"),
            ("iqos-emulator faults --sweep", "eight kinds of fault on each of twelve channels"),
            ("iqos-emulator faults --rows 28 --plots docs/plots", "the drawings of docs/safety.md"),
            ("iqos-emulator faults --format json", "the whole matrix, one JSON object"),
            ("iqos-emulator faults --expectations expectations.csv", "what the matrix comes to now, to compare with what was expected"));
    }

    /// <exception cref="CliException">The folder cannot be written to.</exception>
    private static void WritePlots(ulong seed, string folder)
    {
        try
        {
            FaultPlots.Write(seed, folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"--plots {folder}: {cause.Message}");
        }
    }

    private static void Write(string format, MatrixReport report, TextWriter output)
    {
        switch (format)
        {
            case Json:
                MatrixJson.Write(report, output);
                break;
            case Markdown:
                MatrixMarkdown.Write(report, output);
                break;
            default:
                MatrixText.Write(report, output);
                break;
        }
    }

    private static FaultTrial[] Chosen(int[]? rows) =>
        [.. FaultTrials.All.Where(trial => rows is null or [] || rows.Contains(trial.Row))];

    private static Option<int[]?> CreateRows() => new("--rows")
    {
        Description = "Rows of the checklist, separated by commas; all that can be proven when left out.",
        HelpName = "N,N",
        CustomParser = ReadRows,
    };

    private static int[]? ReadRows(ArgumentResult result)
    {
        var rows = new List<int>();
        foreach (string part in result.Tokens[0].Value.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int row) || row is < 1 or > 56)
            {
                result.AddError($"--rows takes rows of the checklist, 1 to 56, separated by commas, not \"{part}\".");
                return null;
            }

            if (FaultTrials.NotProven.TryGetValue(row, out string? why))
            {
                result.AddError($"Row {row} has no part in the matrix: {why}.");
                return null;
            }

            rows.Add(row);
        }

        return [.. rows];
    }
}
