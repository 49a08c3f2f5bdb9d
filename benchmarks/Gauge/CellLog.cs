using System.Globalization;
using System.Text.RegularExpressions;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>A measured drive cycle: what a tester logged of a cell, about once a second.</summary>
internal sealed partial class CellLog
{
    private static readonly string[] TemperatureColumns = ["battery_temp_C", "case_temp_C"];
    private static readonly string[] NoCycles = ["HPPC", "OCV", "C20", "1C", "Cap"];

    private CellLog(string file, int celsius, IReadOnlyList<CellLogRow> rows)
    {
        File = file;
        Celsius = celsius;
        Rows = rows;
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Temperature that the name of the file tells.</summary>
    public int Celsius { get; }

    public IReadOnlyList<CellLogRow> Rows { get; }

    /// <summary>State of charge of a row by the tester's own counter, 0..1; the first row is a full cell.</summary>
    public double ReferenceAt(int row, double capacityAmpereHours)
    {
        double first = Math.Abs(Rows[0].CounterAmpereHours) < 0.01 ? 0 : Rows[0].CounterAmpereHours;
        return 1 + ((Rows[row].CounterAmpereHours - first) / capacityAmpereHours);
    }

    /// <summary>The first row for whose number something holds; -1 where there is none.</summary>
    public int FirstRow(Func<int, bool> holds) => Enumerable.Range(0, Rows.Count).FirstOrDefault(holds, -1);

    /// <summary>Whether a file is a drive cycle by its name: it has a temperature, and is no pulse, capacity or rest-voltage test.</summary>
    public static bool IsCycle(string file) =>
        TemperatureInName().IsMatch(file) && !NoCycles.Any(part => file.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A column is missing, or a number is none; says which.</exception>
    public static CellLog Read(string path)
    {
        string file = Path.GetFileName(path);
        Match name = TemperatureInName().Match(file);
        int celsius = int.Parse(name.Groups["degrees"].ValueSpan, CultureInfo.InvariantCulture);
        using var reader = new StreamReader(path);
        string[] header = (reader.ReadLine() ?? string.Empty).TrimStart('\uFEFF').Split(',', StringSplitOptions.TrimEntries);
        int time = Column("time_s");
        int volts = Column("voltage_V");
        int amps = Column("current_A");
        int counter = Column("ah_counter_Ah");
        int temperature = Array.FindIndex(header, TemperatureColumns.Contains);
        int most = new[] { time, volts, amps, counter, temperature }.Max();

        var rows = new List<CellLogRow>();
        double lastCelsius = name.Groups["minus"].Success ? -celsius : celsius;
        for (int line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0)
            {
                continue;
            }

            string[] cells = text.Split(',');
            if (cells.Length <= most)
            {
                throw new FormatException($"{file}, line {line}: {cells.Length} columns, {most + 1} needed");
            }

            double measured = temperature < 0 ? double.NaN : Number(cells[temperature]);
            lastCelsius = double.IsNaN(measured) ? lastCelsius : measured;
            rows.Add(new(Finite(cells[time]), Finite(cells[volts]), Finite(cells[amps]), Finite(cells[counter]), lastCelsius));

            double Finite(string cell) => Number(cell) is var number && double.IsFinite(number)
                ? number : throw new FormatException($"{file}, line {line}: '{cell}' where a number is needed");

            double Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out double number)
                ? number : throw new FormatException($"{file}, line {line}: '{cell}' is no number");
        }

        return rows.Count > 1
            ? new(file, name.Groups["minus"].Success ? -celsius : celsius, rows)
            : throw new FormatException($"{file}: no rows");

        int Column(string column)
        {
            int index = Array.IndexOf(header, column);
            return index >= 0 ? index : throw new FormatException($"{file}: no column {column}");
        }
    }

    [GeneratedRegex("(?<minus>n|-)?(?<degrees>[0-9]{1,2})degC", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TemperatureInName();
}
