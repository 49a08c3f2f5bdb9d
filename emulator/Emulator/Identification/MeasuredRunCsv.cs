namespace IqosDevice.Emulator.Identification;

/// <summary>Reads a measured run from CSV in any of the usual layouts.</summary>
public static class MeasuredRunCsv
{
    private const double KelvinOfZeroCelsius = 273.15;

    /// <summary>Reads a run.</summary>
    /// <param name="text">The file: time, one input and one temperature a heater, with or without a header.</param>
    /// <param name="options">What is known about the columns.</param>
    /// <exception cref="FormatException">Names line and column of what is wrong.</exception>
    public static MeasuredRun Parse(string text, LayoutOptions options)
    {
        NumberTable table = NumberTable.Parse(text);
        if (table.RowCount < MeasuredRun.MinimumRows)
        {
            throw new FormatException($"{table.RowCount} rows are too few; at least {MeasuredRun.MinimumRows} are wanted.");
        }

        ColumnLayout layout = ColumnLayout.Of(table, options);
        double[] seconds = ReadTime(table, layout.Time);
        TemperatureUnit unit = options.Unit ?? FindUnit(table, layout.Temperatures[0]);
        double scale = options.InputScale ?? FindScale(table, layout.Inputs);
        List<MeasuredZone> zones = [];
        for (int i = 0; i < layout.Inputs.Count; i++)
        {
            double[] celsius = Array.ConvertAll(table.Column(layout.Temperatures[i]), value => ToCelsius(value, unit));
            zones.Add(new MeasuredZone(table.Names[layout.Temperatures[i]], ReadInput(table, layout.Inputs[i], scale), celsius));
        }

        var run = new MeasuredRun(seconds, zones)
        {
            Layout = $"time {table.Names[layout.Time]}; input {NamesOf(table, layout.Inputs)}, full at {scale}; "
                + $"temperature {NamesOf(table, layout.Temperatures)}, {unit}",
        };
        RequireExcitation(run, layout);
        return run;
    }

    private static string NamesOf(NumberTable table, IReadOnlyList<int> columns) =>
        string.Join(" and ", columns.Select(column => table.Names[column]));

    private static double[] ReadTime(NumberTable table, int column)
    {
        double[] seconds = table.Column(column);
        for (int i = 1; i < seconds.Length; i++)
        {
            if (!(seconds[i] > seconds[i - 1]))
            {
                throw new FormatException(
                    $"Line {table.LineOf(i)}, column {column + 1} ({table.Names[column]}): the time {seconds[i]} does not "
                    + $"advance from {seconds[i - 1]}.");
            }
        }

        return Array.ConvertAll(seconds, value => value - seconds[0]);
    }

    private static double[] ReadInput(NumberTable table, int column, double scale)
    {
        double[] values = table.Column(column);
        int wrong = Array.FindIndex(values, value => !(value >= 0 && value <= scale));
        return wrong < 0
            ? Array.ConvertAll(values, value => value / scale)
            : throw new FormatException(
                $"Line {table.LineOf(wrong)}, column {column + 1} ({table.Names[column]}): {values[wrong]} is not within "
                + $"0 to {scale}; --input-scale names the value that means full power.");
    }

    /// <summary>By the column's name, else by its first value, which is taken to be a room's temperature.</summary>
    private static TemperatureUnit FindUnit(NumberTable table, int column)
    {
        string name = table.Names[column];
        (string Word, TemperatureUnit Unit)[] words =
        [
            ("degC", TemperatureUnit.Celsius), ("°C", TemperatureUnit.Celsius), ("(C)", TemperatureUnit.Celsius),
            ("celsius", TemperatureUnit.Celsius), ("degF", TemperatureUnit.Fahrenheit), ("°F", TemperatureUnit.Fahrenheit),
            ("(F)", TemperatureUnit.Fahrenheit), ("(K)", TemperatureUnit.Kelvin), ("kelvin", TemperatureUnit.Kelvin),
        ];
        foreach ((string word, TemperatureUnit unit) in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return unit;
            }
        }

        double first = table.Column(column)[0];
        return first switch
        {
            > 250 and < 320 => TemperatureUnit.Kelvin,
            > 45 and < 115 => TemperatureUnit.Fahrenheit,
            > -20 and <= 45 => TemperatureUnit.Celsius,
            _ => throw new FormatException(
                $"Line {table.LineOf(0)}, column {column + 1} ({name}): {first} is a room's temperature in no unit; say it with --units."),
        };
    }

    private static double FindScale(NumberTable table, IReadOnlyList<int> columns)
    {
        if (columns.Any(column => table.Names[column].Contains('%')))
        {
            return 100;
        }

        double highest = columns.Max(column => table.Column(column).Max());
        return highest switch
        {
            <= 1 => 1,
            <= 100 => 100,
            <= 255 => 255,
            _ => throw new FormatException(
                $"Line 1, column {columns[0] + 1} ({table.Names[columns[0]]}): an input up to {highest} is neither a fraction, "
                + "nor percent, nor counts to 255; --input-scale names the value that means full power."),
        };
    }

    private static void RequireExcitation(MeasuredRun run, ColumnLayout layout)
    {
        for (int i = 0; i < run.Zones.Count; i++)
        {
            if (run.Zones[i].Input.AsSpan(0, run.SplitRow).Max() <= 0)
            {
                throw new FormatException(
                    $"Column {layout.Inputs[i] + 1}: the heater is off all through the first half, so nothing is learnt of it.");
            }
        }
    }

    private static double Max(this Span<double> values)
    {
        double highest = double.NegativeInfinity;
        foreach (double value in values)
        {
            highest = Math.Max(highest, value);
        }

        return highest;
    }

    private static double ToCelsius(double value, TemperatureUnit unit) => unit switch
    {
        TemperatureUnit.Kelvin => value - KelvinOfZeroCelsius,
        TemperatureUnit.Fahrenheit => (value - 32) / 1.8,
        _ => value,
    };
}
