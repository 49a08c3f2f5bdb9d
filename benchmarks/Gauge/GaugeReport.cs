using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>What the figures of all files come to: a row a file, and the median at each temperature.</summary>
internal sealed class GaugeReport(
    KnownCell cell,
    IReadOnlyList<GaugeFigures> figures,
    IReadOnlyList<MiddleStart> starts,
    IReadOnlyList<RestStart> rests,
    IReadOnlyList<AgedCell> ages,
    IReadOnlyList<PlantCell> plants)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Estimators = ["gauge", "plainKalman", "counter"];

    public void WriteJson(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Cell = cell.Name,
            cell.CapacityMah,
            Files = figures.Where(static row => row.Estimator == Estimators[0]),
            References = figures.Where(static row => row.Estimator != Estimators[0]),
            Medians = Medians().Select(static row => new
            {
                row.Celsius,
                row.ErrorsInjected,
                row.HeldOut,
                Files = row.Count,
                row.Gauge,
                row.PlainKalman,
                row.Counter,
            }),
            MiddleStarts = starts,
            RestStarts = rests,
            Ages = ages,
            Plant = plants,
        },
        Json));

    public void WriteMarkdown(TextWriter output)
    {
        output.WriteLine($"# Gauge on measured drive cycles: {cell.Name}, {cell.CapacityMah} mAh");
        output.WriteLine();
        output.WriteLine("RMSE after ten minutes in points of charge; * the cell's table was identified on this file.");
        foreach (bool errors in (bool[])[true, false])
        {
            output.WriteLine();
            output.WriteLine(errors ? "## With sensor errors" : "## Without");
            output.WriteLine();
            output.WriteLine("| file | °C | gauge | whole | largest | at 10 min | plain Kalman | counter |");
            output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var file in figures.Where(row => row.ErrorsInjected == errors).GroupBy(static row => row.File))
            {
                GaugeFigures own = file.First(static row => row.Estimator == Estimators[0]);
                output.WriteLine(
                    $"| {own.File}{(own.UsedForIdentification ? " *" : string.Empty)} | {own.Celsius} | {Text(own.RmseAfter10MinPercent)} | "
                    + $"{Text(own.RmsePercent)} | {Text(own.MaxPercent)} | {Text(own.ErrorAt10MinPercent)} | "
                    + string.Join(" | ", file.Skip(1).Select(static row => Text(row.RmseAfter10MinPercent))) + " |");
            }

            output.WriteLine();
            output.WriteLine("| median, files not identified on | files | gauge | plain Kalman | counter |");
            output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            foreach (MedianRow row in Medians().Where(row => row.HeldOut && row.ErrorsInjected == errors))
            {
                output.WriteLine(
                    $"| {row.Celsius} °C | {row.Count} | {Text(row.Gauge)} | {Text(row.PlainKalman)} | {Text(row.Counter)} |");
            }
        }

        WriteStarts(output);
        WriteAges(output);
        WritePlants(output);
    }

    private void WriteStarts(TextWriter output)
    {
        WriteStarts(
            output, "Started in the middle of a cycle, 30 points wrong, with sensor errors: after ten minutes", 5,
            starts.Select(static start => (start.Celsius, start.ErrorAt10MinPercent)));
        WriteStarts(
            output, "Started under load in a pulse test, 30 points wrong, with sensor errors: after the first ten minutes of rest", 3,
            rests.Select(static start => (start.Celsius, start.ErrorAfterRestPercent)));
    }

    private static void WriteStarts(TextWriter output, string title, int limit, IEnumerable<(int Celsius, double Percent)> errors)
    {
        if (!errors.Any())
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"## {title}");
        output.WriteLine();
        output.WriteLine($"| °C | starts | within {limit} points | median | largest |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var rows in errors.GroupBy(static start => start.Celsius).OrderByDescending(static one => one.Key))
        {
            double[] sorted = [.. rows.Select(static start => start.Percent).Order()];
            output.WriteLine(
                $"| {rows.Key} | {sorted.Length} | {sorted.Count(error => error <= limit)} | {Text(sorted[sorted.Length / 2])} | {Text(sorted[^1])} |");
        }
    }

    private void WritePlants(TextWriter output)
    {
        if (plants.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("## The emulator's cell in the measured one's size, under the same current, down to 10 %");
        output.WriteLine();
        output.WriteLine("| file | °C | voltage, rms mV | largest, mV |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (PlantCell row in plants)
        {
            output.WriteLine($"| {row.File} | {row.Celsius} | {row.RmsMillivolts:0} | {row.LargestMillivolts:0} |");
        }
    }

    private void WriteAges(TextWriter output)
    {
        if (ages.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("## Health by capacity, learned from whole 1C discharges");
        output.WriteLine();
        output.WriteLine("| file | Ah | after one, % | after two, % |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (AgedCell age in ages)
        {
            output.WriteLine($"| {age.File} | {Text(age.AmpereHours)} | {age.HealthAfterOne} | {age.HealthAfterTwo} |");
        }
    }

    private static string Text(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>Of all files longer than ten minutes, and of those alone that the table was not identified on.</summary>
    private IEnumerable<MedianRow> Medians() =>
        from errors in (bool[])[true, false]
        from heldOut in (bool[])[true, false]
        from rows in figures
            .Where(row => row.RmseAfter10MinPercent is not null && row.ErrorsInjected == errors && !(heldOut && row.UsedForIdentification))
            .GroupBy(static row => row.Celsius).OrderByDescending(static one => one.Key)
        let medians = Estimators.Select(name => Median(rows.Where(row => row.Estimator == name))).ToArray()
        select new MedianRow(rows.Key, errors, heldOut, rows.Count() / Estimators.Length, medians[0], medians[1], medians[2]);

    private static double Median(IEnumerable<GaugeFigures> rows)
    {
        double[] sorted = [.. rows.Select(static row => row.RmseAfter10MinPercent).OfType<double>().Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private sealed record MedianRow(
        int Celsius, bool ErrorsInjected, bool HeldOut, int Count, double Gauge, double PlainKalman, double Counter);
}
