using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// Whether a draw can hold its set point at all. Needed is what flows off in the steady state, the stick cooled by the
/// mean heat of all puffs; given is what the rested cell drives through the hot heater, at most 12 W. A draw that needs more than it is given says nothing about the controller.
/// </summary>
internal static class HoldPower
{
    /// <summary>Power that the heater may take at most, watts.</summary>
    public const double HighestWatts = 12;

    /// <summary>The session's set point at its highest, where it has to hold.</summary>
    private const double SetpointCelsius = SetpointSchedule.PreheatCelsius;

    private const double SessionSeconds = SessionRules.LengthMs * 1e-3;

    /// <summary>The cell gives less than holding needs.</summary>
    public static bool IsBeyondTheCell(SessionDraw draw) =>
        NeededWatts(draw.Plant, draw.AmbientCelsius, draw.Puffs.Puffs) > GivenWatts(draw.Plant, draw.AmbientCelsius, draw.OpenCircuitVolts);

    /// <summary>
    /// The strongest puff takes more from the heater than is left to give: whatever the controller does, the heater droops
    /// and its power tells nothing of the puff any more.
    /// </summary>
    public static bool IsStrongestPuffBeyondTheCell(SessionDraw draw)
    {
        double strongest = draw.Puffs.Puffs.Max(puff => puff.Millilitres / puff.Seconds);
        double puffWatts = draw.Plant.PuffHeaterShare * strongest * draw.Plant.PuffJoulesPerMillilitre;
        return NeededWatts(draw.Plant, draw.AmbientCelsius, []) + puffWatts
            > GivenWatts(draw.Plant, draw.AmbientCelsius, draw.OpenCircuitVolts);
    }

    /// <summary>
    /// G_hs (T - T_s) + G_ha (T - T_a) + a q, with T_s = (G_hs T + G_sa T_a - (1 - a) q) / (G_hs + G_sa) and q the mean heat
    /// of all puffs over the session.
    /// </summary>
    public static double NeededWatts(PlantParameters plant, double ambientCelsius, IReadOnlyList<Puff> puffs)
    {
        double puffWatts = puffs.Sum(puff => puff.Millilitres) * plant.PuffJoulesPerMillilitre / SessionSeconds;
        double stickCelsius = ((plant.HeaterToStickWattsPerKelvin * SetpointCelsius)
                + (plant.StickToAmbientWattsPerKelvin * ambientCelsius)
                - ((1 - plant.PuffHeaterShare) * puffWatts))
            / (plant.HeaterToStickWattsPerKelvin + plant.StickToAmbientWattsPerKelvin);
        return (plant.HeaterToStickWattsPerKelvin * (SetpointCelsius - stickCelsius))
            + (plant.HeaterToAmbientWattsPerKelvin * (SetpointCelsius - ambientCelsius))
            + (plant.PuffHeaterShare * puffWatts);
    }

    /// <summary>min(12 W, I² R(T)), with I = V_oc / (R_cell(T_a) + R_path + R(T)), the cell's slow resistance included.</summary>
    public static double GivenWatts(PlantParameters plant, double ambientCelsius, double openCircuitVolts)
    {
        double heaterOhms = plant.HeaterOhmsAt(SetpointCelsius);
        double cellOhms = (plant.CellOhms + plant.CellPolarizationOhms) * plant.Cell.ResistanceFactorAt(ambientCelsius, plant.InitialStateOfCharge);
        double amps = openCircuitVolts / (cellOhms + plant.PathOhms + heaterOhms);
        return Math.Min(HighestWatts, amps * amps * heaterOhms);
    }
}
