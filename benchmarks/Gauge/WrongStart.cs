namespace IqosDevice.Benchmarks.Gauge;

/// <summary>The firmware's gauge started at a row of a log with a wrong charge, sensor errors injected.</summary>
internal static class WrongStart
{
    /// <summary>True charges to start from: the first row at or below each.</summary>
    public static IReadOnlyList<double> Charges { get; } = [0.8, 0.6, 0.4];

    /// <summary>What the gauge is wrong by.</summary>
    public static IReadOnlyList<double> Errors { get; } = [-0.3, 0.3];

    /// <summary>Absolute error after the rows from <paramref name="first"/> to <paramref name="last"/>, points of charge.</summary>
    public static double ErrorAfter(CellLog log, KnownCell cell, int first, int last, double wrong)
    {
        var gauge = new FirmwareGauge(cell, log.ReferenceAt(first, cell.AmpereHours) + wrong);
        var sensor = new SensorErrors(cell.AmpereHours, (ulong)first);
        double charge = 0;
        for (int row = first; row <= last; row++)
        {
            charge = gauge.Step(sensor.Apply(log.Rows[row]));
        }

        return Math.Round(Math.Abs(100 * (charge - log.ReferenceAt(last, cell.AmpereHours))), 2);
    }
}
