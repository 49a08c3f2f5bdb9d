using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Tests.Control;

/// <summary>Quality of a session on a bench, measured on the plant's true heater temperature at 50 Hz.</summary>
internal sealed class SessionQuality
{
    private readonly List<double> errors = [];

    public SessionQuality(HeaterBench bench)
    {
        bench.Watch = Look;
    }

    public double PeakCelsius { get; private set; }

    public double DroopMaxCelsius { get; private set; }

    public double PeakWatts { get; private set; }

    /// <summary>95th percentile of |set point - temperature| from Ready on.</summary>
    public double HoldErrorP95Celsius
    {
        get
        {
            errors.Sort();
            return errors.Count == 0 ? double.NaN : errors[(int)(errors.Count * 0.95)];
        }
    }

    private void Look(HeaterBench bench)
    {
        PeakCelsius = Math.Max(PeakCelsius, bench.Plant.HeaterCelsius);
        PeakWatts = Math.Max(PeakWatts, bench.Plant.HeaterWatts);
        if (bench.Demand.Phase == HeatPhase.Hold)
        {
            double error = bench.Demand.SetpointCelsius - bench.Plant.HeaterCelsius;
            errors.Add(Math.Abs(error));
            DroopMaxCelsius = Math.Max(DroopMaxCelsius, error);
        }
    }
}
