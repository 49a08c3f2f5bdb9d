using System.Globalization;

namespace IqosDevice.Emulator.Identification;

/// <summary>
/// A table of numbers as text: cells apart by comma, semicolon or tab, point for decimals, empty lines skipped, the
/// first line may be a header.
/// </summary>
internal sealed class NumberTable
{
    private readonly List<int> lines = [];
    private readonly List<double[]> rows = [];

    private NumberTable(string[]? header, int columnCount)
    {
        HasHeader = header is not null;
        Names = header ?? [.. Enumerable.Range(1, columnCount).Select(number => $"column {number}")];
    }

    public bool HasHeader { get; }

    /// <summary>Names of the columns; "column 1" and so on without a header.</summary>
    public string[] Names { get; }

    public int ColumnCount => Names.Length;

    public int RowCount => rows.Count;

    /// <summary>Line of the file, from 1, that a row stands on.</summary>
    public int LineOf(int row) => lines[row];

    public double[] Column(int column) => [.. rows.Select(row => row[column])];

    /// <exception cref="FormatException">Names line and column of what is wrong.</exception>
    public static NumberTable Parse(string text)
    {
        NumberTable? table = null;
        char separator = ',';
        int line = 0;
        foreach (ReadOnlySpan<char> row in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            line++;
            if (row.Trim().IsEmpty)
            {
                continue;
            }

            if (table is null)
            {
                separator = SeparatorOf(row);
                string[] first = Split(row, separator);
                bool isHeader = Array.Exists(first, cell => cell.Length > 0 && char.IsLetter(cell[0]));
                table = new NumberTable(isHeader ? first : null, first.Length);
                if (isHeader)
                {
                    continue;
                }
            }

            table.Add(Split(row, separator), line);
        }

        return table ?? throw new FormatException("The file is empty.");
    }

    private static char SeparatorOf(ReadOnlySpan<char> row) => row.Contains(';') ? ';' : row.Contains('\t') ? '\t' : ',';

    private static string[] Split(ReadOnlySpan<char> row, char separator) =>
        [.. row.ToString().Split(separator).Select(cell => cell.Trim().Trim('"').Trim())];

    private void Add(string[] cells, int line)
    {
        if (cells.Length != ColumnCount)
        {
            throw new FormatException(
                $"Line {line}, column {Math.Min(cells.Length, ColumnCount) + 1}: "
                + $"{ColumnCount} columns are wanted as on the first line, {cells.Length} are there.");
        }

        double[] values = new double[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i])
                || !double.IsFinite(values[i]))
            {
                throw new FormatException($"Line {line}, column {i + 1} ({Names[i]}): '{cells[i]}' is not a number.");
            }
        }

        rows.Add(values);
        lines.Add(line);
    }
}
