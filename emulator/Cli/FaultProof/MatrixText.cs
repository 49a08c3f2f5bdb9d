using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Cli.FaultProof;

/// <summary>The fault matrix as text: a line a trial, then what went wrong.</summary>
internal static class MatrixText
{
    private const int MostFindings = 60;

    public static void Write(MatrixReport report, TextWriter output)
    {
        string[][] table = [MatrixLine.Headings, .. MatrixLine.Of(report).Select(line => line.Fields)];
        int[] widths = [.. Enumerable.Range(0, table[0].Length).Select(column => table.Max(fields => fields[column].Length))];
        foreach (string[] fields in table)
        {
            output.WriteLine(string.Join("  ", fields.Select((field, column) => field.PadRight(widths[column]))).TrimEnd());
        }

        output.WriteLine();
        output.WriteLine("A number is the row that noticed, w a warning, - nobody, / the three plants where they differ, next the next");
        output.WriteLine("start, ! uncaught: a limit was exceeded, or nobody noticed where somebody must.");
        output.WriteLine();
        foreach (MutantSurvivors survivors in MutantSurvivors.Of(ExpectationTable.Parse(ExpectationTable.Write(report.Cells))))
        {
            output.WriteLine($"without row {survivors.Row}, {survivors.Fault}: nobody in {survivors.Where}; {survivors.Because}");
        }

        output.WriteLine();
        WriteFindings(report, output);
        MatrixSummary summary = report.Summary;
        output.WriteLine(
            $"{summary.Cells} cells, {summary.Passed} passed, {summary.Uncaught} uncaught, {summary.MutantsSurvived} mutants survived");
    }

    private static void WriteFindings(MatrixReport report, TextWriter output)
    {
        MatrixCell[] findings = [.. report.Cells.Where(cell => !cell.Pass).OrderByDescending(cell => cell.Uncaught)];
        foreach (MatrixCell cell in findings.Take(MostFindings))
        {
            string what = cell.Breach ?? (cell.Uncaught ? "uncaught" : "not as expected");
            output.WriteLine($"row {cell.Row}, {cell.Fault}, {cell.Phase}, {cell.Plant}: {what}; found {cell.Found}, "
                + $"expected {cell.Expected ?? "nothing yet"}");
        }

        if (findings.Length > MostFindings)
        {
            output.WriteLine($"and {findings.Length - MostFindings} more");
        }

        if (findings.Length > 0)
        {
            output.WriteLine();
        }
    }
}
