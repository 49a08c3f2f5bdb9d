namespace IqosDevice.Benchmarks.Gauge;

/// <summary>One row of a log: the voltage at its time, the mean current since the row before (positive charges).</summary>
internal readonly record struct CellLogRow(
    double Seconds, double Volts, double Amperes, double CounterAmpereHours, double Celsius);
