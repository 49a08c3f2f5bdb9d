using System.Globalization;

namespace IqosDevice.Emulator.Plant;

/// <summary>
/// Reads puffs from CSV: start seconds after Ready, millilitres, seconds, comma between, point for decimals, one
/// puff a line in order of time, e.g. "15, 55, 2". Empty lines and those that begin with # are skipped, the first of
/// the others may be a header.
/// </summary>
internal static class PuffCsv
{
    private const int MaximumPuffs = 1000;

    private static readonly string[] Columns = ["start seconds", "millilitres", "seconds"];
    private static readonly double[] Lowest = [0, 1, 0.1];
    private static readonly double[] Highest = [3600, 1000, 60];

    /// <exception cref="FormatException">Names line and column of what is wrong.</exception>
    public static List<Puff> Parse(string text)
    {
        List<Puff> puffs = [];
        bool headerAllowed = true;
        int line = 0;
        foreach (ReadOnlySpan<char> row in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            line++;
            if (row.Trim().IsEmpty || row.TrimStart()[0] == '#')
            {
                continue;
            }

            if (headerAllowed && IsHeader(row))
            {
                headerAllowed = false;
                RequireColumns(row.ToString().Split(','), line);
                continue;
            }

            headerAllowed = false;
            Puff puff = ParseRow(row.ToString(), line);
            if (puffs.Count > 0 && puff.StartSeconds < puffs[^1].StartSeconds + puffs[^1].Seconds)
            {
                throw new FormatException($"Line {line}, column 1: the puff begins before the one above has ended.");
            }

            if (puffs.Count == MaximumPuffs)
            {
                throw new FormatException($"Line {line}, column 1: more than {MaximumPuffs} puffs.");
            }

            puffs.Add(puff);
        }

        return puffs;
    }

    /// <summary>A header begins with a letter; a mistyped number does not pass for one.</summary>
    private static bool IsHeader(ReadOnlySpan<char> row)
    {
        ReadOnlySpan<char> bare = row.Trim().Trim('"');
        return !bare.IsEmpty && char.IsLetter(bare[0]);
    }

    private static void RequireColumns(string[] cells, int line)
    {
        if (cells.Length != Columns.Length)
        {
            int column = Math.Min(cells.Length, Columns.Length) + 1;
            throw new FormatException($"Line {line}, column {column}: {Columns.Length} columns are wanted, {cells.Length} are there.");
        }
    }

    private static Puff ParseRow(string row, int line)
    {
        string[] cells = row.Split(',');
        RequireColumns(cells, line);
        double[] values = new double[Columns.Length];
        for (int i = 0; i < Columns.Length; i++)
        {
            string cell = cells[i].Trim();
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
            {
                throw new FormatException($"Line {line}, column {i + 1} ({Columns[i]}): '{cell}' is not a number.");
            }

            if (!(values[i] >= Lowest[i] && values[i] <= Highest[i]))
            {
                throw new FormatException(
                    $"Line {line}, column {i + 1} ({Columns[i]}): {cell} is not within {Lowest[i]} to {Highest[i]}.");
            }
        }

        return new Puff(values[0], values[1], values[2]);
    }
}
