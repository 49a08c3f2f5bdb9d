namespace IqosDevice.Benchmarks.Gauge;

/// <summary>
/// The firmware's gauge started in the middle of a cycle, 30 points wrong: how far it is off after ten minutes of driving.
/// </summary>
/// <param name="Celsius">Temperature that the file's name tells.</param>
/// <param name="StartPercent">True charge at the start.</param>
/// <param name="StartErrorPercent">What the gauge was wrong by.</param>
/// <param name="ErrorAt10MinPercent">Error after ten minutes.</param>
internal sealed record MiddleStart(string File, int Celsius, double StartPercent, double StartErrorPercent, double ErrorAt10MinPercent)
{
    private const double Seconds = 600;

    private static readonly double[] Starts = [0.8, 0.6, 0.4];
    private static readonly double[] Errors = [-0.3, 0.3];

    /// <summary>Every start that the log is long enough for.</summary>
    public static IEnumerable<MiddleStart> Of(CellLog log, KnownCell cell)
    {
        foreach (double charge in Starts)
        {
            int first = Enumerable.Range(0, log.Rows.Count).FirstOrDefault(row => log.ReferenceAt(row, cell.AmpereHours) <= charge, -1);
            if (first < 0 || log.Rows[^1].Seconds - log.Rows[first].Seconds < Seconds)
            {
                continue;
            }

            foreach (double wrong in Errors)
            {
                double start = log.ReferenceAt(first, cell.AmpereHours);
                yield return new(
                    log.File, log.Celsius, Math.Round(start * 100), wrong * 100, Math.Round(ErrorAfter(log, cell, first, start + wrong), 2));
            }
        }
    }

    private static double ErrorAfter(CellLog log, KnownCell cell, int first, double believed)
    {
        var gauge = new FirmwareGauge(cell, believed);
        var sensor = new SensorErrors(cell.AmpereHours, (ulong)first);
        double error = 0;
        for (int row = first; row < log.Rows.Count && log.Rows[row].Seconds - log.Rows[first].Seconds <= Seconds; row++)
        {
            error = 100 * (gauge.Step(sensor.Apply(log.Rows[row])) - log.ReferenceAt(row, cell.AmpereHours));
        }

        return Math.Abs(error);
    }
}
