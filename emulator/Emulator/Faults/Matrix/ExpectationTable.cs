using System.Text;

namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>
/// What every cell of the matrix is expected to come to: a table of text in the repository, so that a change of the
/// firmware that moves a catch shows as a line that differs.
/// </summary>
public sealed class ExpectationTable
{
    private const string Header = "row;fault;phase;smallest;nominal;largest";

    private readonly Dictionary<string, string> cells = new(StringComparer.Ordinal);

    /// <summary>Cells that it says something of.</summary>
    public int Count => cells.Count;

    /// <summary>The table that the program was built with.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static ExpectationTable Load()
    {
        using Stream stream = typeof(ExpectationTable).Assembly.GetManifestResourceStream("fault-expectations.csv")
            ?? throw new InvalidDataException("The expectation table is not part of this build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A line has not six fields, or a phase that does not exist.</exception>
    public static ExpectationTable Parse(string text)
    {
        var table = new ExpectationTable();
        int number = 0;
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#') || line == Header)
            {
                continue;
            }

            string[] fields = line.Split(';');
            if (fields.Length != 6 || !int.TryParse(fields[0], out int row) || !Enum.TryParse(fields[2], out MatrixPhase phase))
            {
                throw new InvalidDataException($"Line {number} of the expectation table is no \"{Header}\": {line}");
            }

            foreach (MatrixPlant plant in Enum.GetValues<MatrixPlant>())
            {
                table.cells[KeyOf(row, fields[1], phase, plant)] = fields[3 + (int)plant];
            }
        }

        return table;
    }

    /// <summary>A table that says what was found.</summary>
    public static string Write(IEnumerable<MatrixCell> cells)
    {
        var text = new StringBuilder();
        text.Append("# What each cell of the fault matrix comes to: who notices, whether the holder is locked out, and in brackets\n");
        text.Append("# who notices with that row switched off. Written by: iqos-emulator faults --expectations FILE\n");
        text.Append(Header).Append('\n');
        foreach (IGrouping<(int Row, string Fault, MatrixPhase Phase), MatrixCell> line in
            cells.GroupBy(cell => (cell.Row, cell.Fault, cell.Phase)))
        {
            string[] found = [.. Enum.GetValues<MatrixPlant>()
                .Select(plant => line.FirstOrDefault(cell => cell.Plant == plant)?.Found ?? string.Empty)];
            text.Append($"{line.Key.Row};{line.Key.Fault};{line.Key.Phase};{string.Join(';', found)}\n");
        }

        return text.ToString();
    }

    /// <summary>What a cell is expected to come to; null where the table says nothing of it.</summary>
    public string? Find(FaultTrial trial, MatrixPhase phase, MatrixPlant plant) =>
        cells.GetValueOrDefault(KeyOf(trial.Row, trial.Name, phase, plant));

    private static string KeyOf(int row, string fault, MatrixPhase phase, MatrixPlant plant) => $"{row};{fault};{phase};{plant}";
}
