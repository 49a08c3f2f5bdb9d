using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>What a session's own report does not measure: the rise, every error while holding, and the puffs that took place.</summary>
internal sealed class PopulationMetrics(SessionDraw draw) : IHolderObserver
{
    /// <summary>The rise ends this far below the set point of preheating.</summary>
    public static readonly double RiseEndCelsius = HeatingProfile.Standard().PreheatCelsius - 3;

    // The firmware may take this long to see the end of a puff.
    private const long PuffEndSeenUs = 1_000_000;

    // As the session's own report takes a droop to belong to a puff.
    private const long DroopTailUs = 1_000_000;

    private readonly List<long> puffEndsUs = [];
    private readonly IdealTwin twin = new(draw.Plant, draw.AmbientCelsius, draw.Puffs);
    private long heatingSinceUs = -1;
    private long lastHeatingUs;
    private long puffTailEndUs = -1;
    private double heaterBefore;
    private bool isReady;
    private bool wasPuffing;

    /// <summary>From the start of heating to <see cref="RiseEndCelsius"/>, seconds; null where it was not reached.</summary>
    public double? RiseSeconds { get; private set; }

    /// <summary>|heater - set point| at every tick from Ready to the end of heating.</summary>
    public ErrorHistogram HoldErrors { get; } = new();

    /// <summary>Puffs that began between Ready and the end of heating.</summary>
    public int PuffsBegun { get; private set; }

    /// <summary>Those of them that were over long enough before the end of heating to have been seen.</summary>
    public int PuffsOver => puffEndsUs.Count(endUs => endUs <= lastHeatingUs - PuffEndSeenUs);

    /// <summary>Deepest droop in a puff, or in the second after it, that no controller can prevent.</summary>
    public double UnavoidableDroopCelsius { get; private set; }

    /// <summary>The most by which the heater was, in a puff or the second after it, below set point and ideal twin alike.</summary>
    public double DroopBeyondPhysicsCelsius { get; private set; }

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        double heater = holder.Plant.HeaterCelsius;
        if (holder.Firmware.IsHeatingState)
        {
            lastHeatingUs = holder.Queue.NowUs;
            TrackRise(heater);
            isReady |= holder.Firmware.State != HolderState.Preheat;
            if (isReady)
            {
                twin.BeginPuffs();
                HoldErrors.Add(Math.Abs(heater - holder.Firmware.SetpointCelsius));
                TrackPuffs(holder.Plant.IsPuffing);
                TrackDroop(holder.Plant, holder.Firmware.SetpointCelsius);
            }

            // The twin's tick begins where the firmware's does: with the set point that was just decided upon.
            twin.Advance(holder.Firmware.SetpointCelsius);
        }

        heaterBefore = heater;
    }

    private void TrackRise(double heater)
    {
        if (heatingSinceUs < 0)
        {
            heatingSinceUs = lastHeatingUs;
        }
        else if (RiseSeconds is null && heater >= RiseEndCelsius)
        {
            double tooLate = (heater - RiseEndCelsius) / (heater - heaterBefore);
            RiseSeconds = (lastHeatingUs - heatingSinceUs - (VirtualHolder.TickUs * tooLate)) * 1e-6;
        }
    }

    private void TrackDroop(HolderPlant plant, double setpoint)
    {
        if (plant.IsPuffing)
        {
            puffTailEndUs = plant.TimeUs + DroopTailUs;
        }

        if (plant.TimeUs <= puffTailEndUs)
        {
            double ideal = Math.Min(setpoint, twin.HeaterCelsius);
            UnavoidableDroopCelsius = Math.Max(UnavoidableDroopCelsius, setpoint - ideal);
            DroopBeyondPhysicsCelsius = Math.Max(DroopBeyondPhysicsCelsius, ideal - plant.HeaterCelsius);
        }
    }

    private void TrackPuffs(bool puffing)
    {
        if (puffing && !wasPuffing)
        {
            PuffsBegun++;
        }
        else if (!puffing && wasPuffing)
        {
            puffEndsUs.Add(lastHeatingUs);
        }

        wasPuffing = puffing;
    }
}
