using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>The firmware's own gauge, as it starts after a reset with a stored charge.</summary>
internal sealed class FirmwareGauge : IChargeEstimator
{
    private readonly BatteryGauge gauge;

    public FirmwareGauge(KnownCell cell, double startCharge)
    {
        gauge = new BatteryGauge(cell.Model(), cell.CapacityMah);
        var stored = new CoulombCounter(cell.CapacityMah);
        stored.Anchor((int)Math.Round(Math.Clamp(startCharge, 0, 1) * 1000));
        var state = new byte[GaugeState.SizeBytes];
        GaugeState.Write(state, 0, stored, new CellHistory());
        if (!gauge.Load(state, 0))
        {
            throw new InvalidOperationException("The gauge refused its own state.");
        }
    }

    public string Name => "gauge";

    /// <summary>Health by capacity, percent of a new cell.</summary>
    public int HealthPercent => gauge.StateOfHealthPercent;

    public double Step(in CellLogRow row)
    {
        gauge.Step(
            (long)Math.Round(row.Seconds * 1000),
            (int)Math.Round(row.Volts * 1000),
            (int)Math.Round(row.Amperes * 1000),
            (int)Math.Round(row.Celsius * 1000));
        return gauge.EstimatedCharge;
    }
}
