using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// The same unit, weather, charge and puffs under a controller that cannot be built: at each tick of the loop it knows
/// temperature and every flow of heat exactly, and takes all the power that is permitted. How far its heater falls below
/// the set point is what no controller prevents that decides 50 times a second.
/// </summary>
internal sealed class IdealTwin
{
    // The plant's own grid: finer steps change nothing.
    private const long StepUs = 10_000;

    // The firmware's own rule for a cell that has given out: this far below the set point for this long.
    private const double StarvedCelsius = 25;
    private const long StarvedUs = 10_000_000;

    private static readonly HeatingProfile Profile = HeatingProfile.Standard();

    private const long ReadyUs = SessionRules.MinimumPreheatMs * 1000L;
    private const long EndUs = ReadyUs + (SessionRules.LengthMs * 1000L);

    private readonly HolderPlant plant;
    private readonly PuffProfile profile;
    private int nextPuff;
    private long puffsFromUs = long.MaxValue;

    public IdealTwin(PlantParameters unit, double ambientCelsius, PuffProfile profile)
    {
        this.profile = profile;
        plant = new HolderPlant(unit)
        {
            AmbientCelsius = ambientCelsius,
            StickInserted = true,
            LoadSwitchClosed = true,
        };
    }

    /// <summary>Temperature of its heater.</summary>
    public double HeaterCelsius => plant.HeaterCelsius;

    /// <summary>
    /// A unit's cell carries a whole session under this controller: never more than 25 °C below the set point for 10 s.
    /// </summary>
    public static bool CanLast(PlantParameters unit, double ambientCelsius, PuffProfile profile)
    {
        long heldUs = ReadyUs;
        foreach ((IdealTwin twin, double setpoint) in Session(unit, ambientCelsius, profile))
        {
            bool holds = twin.plant.TimeUs < ReadyUs || setpoint - twin.HeaterCelsius <= StarvedCelsius;
            heldUs = holds ? twin.plant.TimeUs : heldUs;
            if (twin.plant.TimeUs - heldUs > StarvedUs)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How far below the set point this controller lets a draw's heater fall in a puff of a whole session.</summary>
    public static double DeepestDroopCelsius(SessionDraw draw) =>
        Session(draw.Plant, draw.AmbientCelsius, draw.Puffs).Max(tick => tick.Twin.plant.IsPuffing ? tick.Setpoint - tick.Twin.HeaterCelsius : 0);

    /// <summary>A whole session, tick by tick; the twin is the same one each time.</summary>
    private static IEnumerable<(IdealTwin Twin, double Setpoint)> Session(PlantParameters unit, double ambientCelsius, PuffProfile profile)
    {
        var twin = new IdealTwin(unit, ambientCelsius, profile);
        while (twin.plant.TimeUs < EndUs && twin.nextPuff <= SessionRules.PuffLimit)
        {
            long sinceReadyUs = twin.plant.TimeUs - ReadyUs;
            if (sinceReadyUs >= 0)
            {
                twin.BeginPuffs();
            }

            double setpoint = sinceReadyUs < 0 ? Profile.PreheatCelsius : Profile.AtCelsius(sinceReadyUs / 1000, eco: false);
            twin.Advance(setpoint);
            yield return (twin, setpoint);
        }
    }

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
        long endUs = plant.TimeUs + VirtualHolder.TickUs;
        plant.HeaterDuty = DutyTowards(setpointCelsius);
        IReadOnlyList<Puff> puffs = profile.Puffs;
        while (plant.TimeUs < endUs)
        {
            long startUs = puffsFromUs == long.MaxValue || nextPuff >= puffs.Count
                ? long.MaxValue
                : puffsFromUs + (long)(puffs[nextPuff].StartSeconds * 1e6);
            if (startUs <= plant.TimeUs)
            {
                plant.StartPuff(puffs[nextPuff].Millilitres, puffs[nextPuff].Seconds);
                nextPuff++;
                continue;
            }

            plant.AdvanceTo(Math.Min(Math.Min(plant.TimeUs + StepUs, endUs), startUs));
        }
    }

    private static double FlowOf(Puff puff) => puff.Millilitres / puff.Seconds;

    /// <summary>What brings the heater to its set point by the end of the tick, were nothing to change in it.</summary>
    private double DutyTowards(double setpointCelsius)
    {
        PlantParameters unit = plant.Parameters;
        double heater = plant.HeaterCelsius;
        double puffWatts = plant.IsPuffing ? unit.PuffJoulesPerMillilitre * FlowOf(profile.Puffs[nextPuff - 1]) : 0;
        double load = (unit.HeaterToStickWattsPerKelvin * (heater - plant.StickCelsius))
            + (unit.HeaterToAmbientWattsPerKelvin * (heater - plant.AmbientCelsius))
            + (unit.PuffHeaterShare * puffWatts);
        double watts = load + (unit.HeaterHeatCapacityJoulesPerKelvin * (setpointCelsius - heater) / (VirtualHolder.TickUs * 1e-6));
        double onAmps = plant.HeaterOnAmps;
        double duty = watts / (onAmps * onAmps * unit.HeaterOhmsAt(heater));
        return Math.Clamp(duty, 0, PermittedPower.HighestDuty(plant));
    }
}
