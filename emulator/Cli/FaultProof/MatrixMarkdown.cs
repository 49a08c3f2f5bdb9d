using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Cli.FaultProof;

/// <summary>The fault matrix as a Markdown table, for documents.</summary>
internal static class MatrixMarkdown
{
    public static void Write(MatrixReport report, TextWriter output)
    {
        WriteRow(MatrixLine.Headings, output);
        WriteRow(MatrixLine.Headings.Select(_ => "---"), output);
        foreach (MatrixLine line in MatrixLine.Of(report))
        {
            WriteRow(line.Fields.Select((field, column) => column == 1 ? $"`{field}`" : field), output);
        }

        output.WriteLine();
        WriteSurvivors(ExpectationTable.Parse(ExpectationTable.Write(report.Cells)), output);
        MatrixSummary summary = report.Summary;
        output.WriteLine();
        output.WriteLine(
            $"{summary.Cells} cells, {summary.Passed} passed, {summary.Uncaught} uncaught, {summary.MutantsSurvived} mutants survived.");
    }

    /// <summary>Why nothing comes of the mutants that nobody notices, for the trials of a table.</summary>
    public static void WriteSurvivors(ExpectationTable table, TextWriter output)
    {
        WriteRow(["row", "fault", "where", "why nothing comes of it without the row"], output);
        WriteRow(["---", "---", "---", "---"], output);
        foreach (MutantSurvivors survivors in MutantSurvivors.Of(table))
        {
            WriteRow([$"{survivors.Row}", $"`{survivors.Fault}`", survivors.Where, survivors.Because], output);
        }
    }

    private static void WriteRow(IEnumerable<string> fields, TextWriter output) =>
        output.WriteLine("| " + string.Join(" | ", fields) + " |");
}
