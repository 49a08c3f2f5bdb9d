namespace IqosDevice.Emulator.Identification;

/// <summary>
/// Which column of a table is what: by what the user says, else by the header's words, else by the values. A column
/// that ascends is the time; one that jumps is an input, one that creeps is a temperature.
/// </summary>
internal sealed class ColumnLayout
{
    // A heated body never crosses a quarter of its whole range between two rows; an input does just that.
    private const double JumpShare = 0.25;

    private const string NameThem = "name them with --input-column and --temperature-column, one each for a heater";

    private static readonly string[] IgnoredWords = ["set point", "setpoint", "sp"];
    private static readonly string[] TimeWords = ["time", "seconds", "t (s)"];
    private static readonly string[] TemperatureWords = ["temp", "t1", "t2", "celsius"];
    private static readonly string[] InputWords = ["heater", "input", "duty", "power", "pwm", "voltage", "h1", "h2", "q1", "q2"];

    private readonly NumberTable table;
    private readonly HashSet<int> taken = [];

    private ColumnLayout(NumberTable table)
    {
        this.table = table;
    }

    public int Time { get; private set; }

    public IReadOnlyList<int> Inputs { get; private set; } = [];

    /// <summary>As many as there are inputs, in their order.</summary>
    public IReadOnlyList<int> Temperatures { get; private set; } = [];

    /// <exception cref="FormatException">The columns cannot be told apart.</exception>
    public static ColumnLayout Of(NumberTable table, LayoutOptions options)
    {
        var layout = new ColumnLayout(table);
        layout.Find(options);
        return layout;
    }

    private void Find(LayoutOptions options)
    {
        int? time = options.TimeColumn is { } named ? Take(named) : null;
        List<int> inputs = [.. options.InputColumns.Select(Take)];
        List<int> temperatures = [.. options.TemperatureColumns.Select(Take)];

        Time = time ?? FindTime();
        taken.Add(Time);
        Func<int, bool> isInput = table.HasHeader ? column => Says(column, InputWords) && !Says(column, TemperatureWords) : Jumps;
        Func<int, bool> isTemperature = table.HasHeader ? column => Says(column, TemperatureWords) : column => !Jumps(column);
        List<int> free = [.. Enumerable.Range(0, table.ColumnCount).Where(column => !taken.Contains(column) && !IsIgnored(column))];
        Inputs = inputs.Count > 0 ? inputs : [.. free.Where(isInput)];
        Temperatures = temperatures.Count > 0 ? temperatures : [.. free.Where(isTemperature)];

        if (Inputs.Count != Temperatures.Count || Inputs.Count is 0 or > MeasuredRun.MaximumZones)
        {
            throw new FormatException(
                $"Line 1: {Inputs.Count} inputs ({NamesOf(Inputs)}) and {Temperatures.Count} temperatures "
                + $"({NamesOf(Temperatures)}) found; {NameThem}.");
        }
    }

    private int Take(string reference)
    {
        int column = Array.FindIndex(table.Names, name => string.Equals(name, reference, StringComparison.OrdinalIgnoreCase));
        if (column < 0 && int.TryParse(reference, out int number) && number >= 1 && number <= table.ColumnCount)
        {
            column = number - 1;
        }

        if (column < 0)
        {
            throw new FormatException($"Line 1: there is no column '{reference}'; there are {NamesOf([.. Enumerable.Range(0, table.ColumnCount)])}.");
        }

        return taken.Add(column) ? column : throw new FormatException($"Line 1: column '{reference}' is named twice.");
    }

    private int FindTime()
    {
        for (int column = 0; column < table.ColumnCount; column++)
        {
            if (!taken.Contains(column) && (table.HasHeader ? Says(column, TimeWords) : Ascends(column)))
            {
                return column;
            }
        }

        throw new FormatException(table.HasHeader
            ? "Line 1: no column is called time; name it with --time-column."
            : "Line 1: no column ascends from row to row as a time does; name it with --time-column.");
    }

    private bool IsIgnored(int column) => table.HasHeader && Says(column, IgnoredWords);

    private bool Says(int column, string[] words) =>
        Array.Exists(words, word => table.Names[column].StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private bool Ascends(int column)
    {
        double[] values = table.Column(column);
        for (int i = 1; i < values.Length; i++)
        {
            if (!(values[i] > values[i - 1]))
            {
                return false;
            }
        }

        return values.Length > 1;
    }

    private bool Jumps(int column)
    {
        double[] values = table.Column(column);
        double widest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            widest = Math.Max(widest, Math.Abs(values[i] - values[i - 1]));
        }

        return !(widest < JumpShare * (values.Max() - values.Min()));
    }

    private string NamesOf(IReadOnlyList<int> columns) =>
        columns.Count == 0 ? "none" : string.Join(", ", columns.Select(column => table.Names[column]));
}
