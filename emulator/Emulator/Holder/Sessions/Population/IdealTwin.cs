using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// The same unit, weather, charge and puffs under a controller that cannot be built: it knows every flow of heat at the
/// moment it begins and takes all the power that is permitted. How far its heater falls below the set point is what no
/// controller can prevent.
/// </summary>
internal sealed class IdealTwin
{
    private const long StepUs = 5_000;

    private readonly HolderPlant plant;
    private readonly SessionDraw draw;
    private double flow;
    private int nextPuff;
    private long puffsFromUs = long.MaxValue;
    private long puffEndUs;

    public IdealTwin(SessionDraw draw)
    {
        this.draw = draw;
        plant = new HolderPlant(draw.Plant)
        {
            AmbientCelsius = draw.AmbientCelsius,
            StickInserted = true,
            LoadSwitchClosed = true,
        };
    }

    /// <summary>Temperature of its heater.</summary>
    public double HeaterCelsius => plant.HeaterCelsius;

    /// <summary>From now on puffs come as drawn.</summary>
    public void BeginPuffs()
    {
        if (puffsFromUs == long.MaxValue)
        {
            puffsFromUs = plant.TimeUs;
        }
    }

    /// <summary>Goes on by a tick of the firmware towards a set point.</summary>
    public void Advance(double setpointCelsius)
    {
        for (long leftUs = VirtualHolder.TickUs; leftUs > 0; leftUs -= StepUs)
        {
            PlayPuffs();
            plant.HeaterDuty = DutyTowards(setpointCelsius);
            plant.AdvanceTo(plant.TimeUs + StepUs);
        }
    }

    private void PlayPuffs()
    {
        IReadOnlyList<Puff> puffs = draw.Puffs.Puffs;
        if (plant.TimeUs >= puffEndUs)
        {
            flow = 0;
        }

        while (puffsFromUs != long.MaxValue && nextPuff < puffs.Count
            && puffs[nextPuff].StartSeconds * 1e6 <= plant.TimeUs - puffsFromUs)
        {
            Puff puff = puffs[nextPuff++];
            plant.StartPuff(puff.Millilitres, puff.Seconds);
            flow = puff.Millilitres / puff.Seconds;
            puffEndUs = plant.TimeUs + (long)(puff.Seconds * 1e6);
        }
    }

    private double DutyTowards(double setpointCelsius)
    {
        PlantParameters unit = plant.Parameters;
        double heater = plant.HeaterCelsius;
        double load = (unit.HeaterToStickWattsPerKelvin * (heater - plant.StickCelsius))
            + (unit.HeaterToAmbientWattsPerKelvin * (heater - plant.AmbientCelsius))
            + (unit.PuffHeaterShare * unit.PuffJoulesPerMillilitre * flow);
        double watts = load + (unit.HeaterHeatCapacityJoulesPerKelvin * (setpointCelsius - heater) / (StepUs * 1e-6));
        double onAmps = plant.HeaterOnAmps;
        double duty = watts / (onAmps * onAmps * unit.HeaterOhmsAt(heater));
        return Math.Clamp(duty, 0, PermittedPower.HighestDuty(plant));
    }
}
