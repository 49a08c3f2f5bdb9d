namespace IqosDevice.Benchmarks.Gauge;

/// <summary>Coulomb counting and nothing else.</summary>
internal sealed class CountingOnly(double ampereHours, double startCharge) : IChargeEstimator
{
    private double charge = startCharge;
    private double lastSeconds = double.NaN;

    public string Name => "counter";

    public double Step(in CellLogRow row)
    {
        double seconds = double.IsNaN(lastSeconds) ? 0 : row.Seconds - lastSeconds;
        lastSeconds = row.Seconds;
        charge = Math.Clamp(charge + (row.Amperes * seconds / 3600 / ampereHours), 0, 1);
        return charge;
    }
}
