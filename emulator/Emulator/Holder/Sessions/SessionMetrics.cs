using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions;

/// <summary>Measures a session while it runs, on the plant's true temperatures, at every tick (50 Hz).</summary>
internal sealed class SessionMetrics : IHolderObserver
{
    private const long DroopTailUs = 1_000_000;
    private const int SetpointMemoryTicks = 500;

    private readonly List<double> holdErrors = new(20_000);
    private readonly SlidingMaximum recentSetpoints = new(SetpointMemoryTicks);
    private readonly List<int> faultRows = [];
    private long heatingSinceUs = -1;
    private long puffTailEndUs = -1;

    /// <summary>From the start of heating to Ready, seconds; null before.</summary>
    public double? ReadyAtSeconds { get; private set; }

    public double PeakCelsius { get; private set; } = double.MinValue;

    public double OvershootCelsius { get; private set; }

    public double PuffDroopMaxCelsius { get; private set; }

    /// <summary>Rows of the safety checklist that tripped, in order of number.</summary>
    public IReadOnlyCollection<int> FaultRows => faultRows;

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        double heater = holder.Plant.HeaterCelsius;
        double setpoint = holder.Firmware.SetpointCelsius;
        PeakCelsius = Math.Max(PeakCelsius, heater);
        double highestSetpoint = recentSetpoints.Add(setpoint);
        int faultRow = holder.Firmware.FaultRow;
        if (faultRow != 0 && !faultRows.Contains(faultRow))
        {
            faultRows.Add(faultRow);
        }

        if (setpoint <= 0 || !holder.Firmware.IsHeatingState)
        {
            return;
        }

        TrackReady(holder);
        OvershootCelsius = Math.Max(OvershootCelsius, heater - highestSetpoint);
        if (ReadyAtSeconds is not null)
        {
            holdErrors.Add(Math.Abs(heater - setpoint));
            TrackDroop(holder.Plant, setpoint - heater);
        }
    }

    /// <summary>A percentile of the hold error, nearest rank; 0 without a sample.</summary>
    public double HoldErrorPercentile(int percent)
    {
        if (holdErrors.Count == 0)
        {
            return 0;
        }

        double[] sorted = [.. holdErrors];
        Array.Sort(sorted);
        return sorted[(((sorted.Length * percent) + 99) / 100) - 1];
    }

    private void TrackReady(VirtualHolder holder)
    {
        if (heatingSinceUs < 0)
        {
            heatingSinceUs = holder.Queue.NowUs;
        }

        if (ReadyAtSeconds is null && holder.Firmware.State is HolderState.Session)
        {
            ReadyAtSeconds = (holder.Queue.NowUs - heatingSinceUs) * 1e-6;
        }
    }

    private void TrackDroop(HolderPlant plant, double droop)
    {
        if (plant.IsPuffing)
        {
            puffTailEndUs = plant.TimeUs + DroopTailUs;
        }

        if (plant.TimeUs <= puffTailEndUs)
        {
            PuffDroopMaxCelsius = Math.Max(PuffDroopMaxCelsius, droop);
        }
    }
}
