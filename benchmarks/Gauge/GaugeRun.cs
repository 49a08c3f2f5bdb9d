using System.Text;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>Every estimator over a file, with and without the errors of a cheap board.</summary>
internal static class GaugeRun
{
    private const double SettlingSeconds = 600;

    // The counter never finds back, so it starts closer, as in the published figures.
    private const double CounterStartError = -0.05;

    /// <summary>Figures of all estimators; with a folder for plots, also a drawing of their errors.</summary>
    public static IEnumerable<GaugeFigures> Run(CellLog log, KnownCell cell, string? plots)
    {
        var figures = new List<GaugeFigures>();
        foreach (bool errors in (bool[])[true, false])
        {
            List<(string Name, double[] Errors)> curves =
                [.. Estimators(log, cell, errors).Select(estimator => (estimator.Name, ErrorsOf(log, cell, estimator, errors)))];
            figures.AddRange(curves.Select(curve => FiguresOf(log, cell, curve.Name, curve.Errors, errors)));
            if (plots is not null && errors)
            {
                GaugePlot.Write(Path.Combine(plots, Path.ChangeExtension(log.File, ".svg")), log, curves);
            }
        }

        return figures;
    }

    private static IEnumerable<IChargeEstimator> Estimators(CellLog log, KnownCell cell, bool errors)
    {
        double start = log.ReferenceAt(0, cell.AmpereHours);
        double wrong = start + (errors ? SensorErrors.StartError : 0);
        yield return new FirmwareGauge(cell, wrong);
        yield return new PlainKalman(cell, log.Celsius, wrong);
        yield return new CountingOnly(cell.AmpereHours, start + (errors ? CounterStartError : 0));
    }

    private static double[] ErrorsOf(CellLog log, KnownCell cell, IChargeEstimator estimator, bool errors)
    {
        var sensor = new SensorErrors(cell.AmpereHours, SeedOf(log.File));
        return [.. log.Rows.Select((row, index) =>
            100 * (estimator.Step(errors ? sensor.Apply(row) : row) - log.ReferenceAt(index, cell.AmpereHours)))];
    }

    private static GaugeFigures FiguresOf(CellLog log, KnownCell cell, string estimator, double[] curve, bool errors)
    {
        double squares = 0;
        double lateSquares = 0;
        int late = 0;
        double most = 0;
        double at10 = 0;
        for (int i = 0; i < log.Rows.Count; i++)
        {
            CellLogRow row = log.Rows[i];
            double error = curve[i];
            squares += error * error;
            if (row.Seconds - log.Rows[0].Seconds < SettlingSeconds)
            {
                at10 = Math.Abs(error);
                continue;
            }

            late++;
            lateSquares += error * error;
            most = Math.Max(most, Math.Abs(error));
        }

        return new(
            log.File, log.Celsius, estimator, Rounded(Math.Sqrt(squares / log.Rows.Count)), late == 0 ? null : Rounded(most),
            late == 0 ? null : Rounded(Math.Sqrt(lateSquares / late)), Rounded(at10), errors, cell.IsIdentifiedOn(log.File));
    }

    private static double Rounded(double value) => Math.Round(value, 3);

    private static ulong SeedOf(string file) =>
        Encoding.UTF8.GetBytes(file).Aggregate(14695981039346656037UL, static (hash, value) => (hash ^ value) * 1099511628211UL);
}
