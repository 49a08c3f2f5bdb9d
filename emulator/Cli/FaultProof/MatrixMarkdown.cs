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

        MatrixSummary summary = report.Summary;
        output.WriteLine();
        output.WriteLine(
            $"{summary.Cells} cells, {summary.Passed} passed, {summary.Uncaught} uncaught, {summary.MutantsSurvived} mutants survived.");
    }

    private static void WriteRow(IEnumerable<string> fields, TextWriter output) =>
        output.WriteLine("| " + string.Join(" | ", fields) + " |");
}
