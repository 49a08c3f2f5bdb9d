using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// Whether a draw's cell can hold the set point through each puff, told from the draw alone. Needed in the middle of a puff
/// is the steady flow at the set point of that moment, the stick as the mean of all puffs leaves it, and the puff's own
/// share. Given is what is permitted of the cell as it is by then: the charge and the heat of
/// the session so far gone through it. A draw that needs more than it is given says nothing about the controller.
/// </summary>
internal sealed class HoldPower
{
    private static readonly HeatingProfile Profile = HeatingProfile.Standard();

    private const double SoakSeconds = SessionRules.MinimumPreheatMs * 1e-3;
    private const double SessionSeconds = SessionRules.LengthMs * 1e-3;

    private readonly PlantParameters plant;
    private readonly double ambientCelsius;
    private readonly IReadOnlyList<Puff> puffs;
    private readonly double meanPuffWatts;
    private readonly double restedVolts;
    private readonly double stateOfCharge;

    private HoldPower(SessionDraw draw)
    {
        plant = draw.Plant;
        ambientCelsius = draw.AmbientCelsius;
        puffs = [.. draw.Puffs.Puffs.Take(SessionRules.PuffLimit)];
        meanPuffWatts = puffs.Sum(puff => puff.Millilitres) * plant.PuffJoulesPerMillilitre
            / Math.Min(SessionSeconds, puffs.Count == 0 ? SessionSeconds : EndOf(puffs[^1]));
        restedVolts = draw.OpenCircuitVolts;
        stateOfCharge = plant.InitialStateOfCharge;
    }

    /// <summary>The cell gives less than holding needs, in one puff at least.</summary>
    public static bool IsBeyondTheCell(SessionDraw draw) => LeastMarginWatts(draw) < 0;

    /// <summary>What is given above what is needed in the puff where that is least, watts; positive infinity without puffs.</summary>
    public static double LeastMarginWatts(SessionDraw draw)
    {
        var power = new HoldPower(draw);
        return power.puffs.Select(power.MarginWatts).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private static double EndOf(Puff puff) => puff.StartSeconds + puff.Seconds;

    private static double SetpointAt(double sinceReadySeconds) =>
        Profile.AtCelsius((long)(sinceReadySeconds * 1000), eco: false);

    private double MarginWatts(Puff puff)
    {
        double celsius = SetpointAt(EndOf(puff));
        double puffWatts = puff.Millilitres / puff.Seconds * plant.PuffJoulesPerMillilitre;
        return GivenWatts(celsius, EndOf(puff)) - SteadyWatts(celsius) - (plant.PuffHeaterShare * puffWatts);
    }

    /// <summary>T_s = (G_hs T + G_sa T_a - (1 - a) q) / (G_hs + G_sa), q the mean heat of all puffs.</summary>
    private double StickCelsius(double celsius) =>
        ((plant.HeaterToStickWattsPerKelvin * celsius)
            + (plant.StickToAmbientWattsPerKelvin * ambientCelsius)
            - ((1 - plant.PuffHeaterShare) * meanPuffWatts))
        / (plant.HeaterToStickWattsPerKelvin + plant.StickToAmbientWattsPerKelvin);

    /// <summary>G_hs (T - T_s) + G_ha (T - T_a).</summary>
    private double SteadyWatts(double celsius) =>
        (plant.HeaterToStickWattsPerKelvin * (celsius - StickCelsius(celsius)))
        + (plant.HeaterToAmbientWattsPerKelvin * (celsius - ambientCelsius));

    /// <summary>
    /// I² R(T) of the cell at that time, at most 12 W and at most what the line from 3.2 to 3.0 V leaves; see
    /// <see cref="PermittedPower"/>.
    /// </summary>
    private double GivenWatts(double celsius, double sinceReadySeconds)
    {
        double heaterOhms = plant.HeaterOhmsAt(celsius);
        double coldCellOhms = plant.CellOhms * plant.Cell.ResistanceFactorAt(ambientCelsius, stateOfCharge);
        double heaterVolts = restedVolts * heaterOhms / (coldCellOhms + plant.PathOhms + heaterOhms);
        double meanWatts = SteadyWatts(celsius) + (plant.PuffHeaterShare * meanPuffWatts);
        double joules = WarmUpJoules(celsius) + (meanWatts * (SoakSeconds + sinceReadySeconds));
        double charge = stateOfCharge - (joules / heaterVolts / (plant.CellAmpereHours * 3600));

        // The cell is warmed by its own share of the loss and has lost half of that for the time so far.
        double warmerBy = joules * coldCellOhms / heaterOhms / plant.CellHeatCapacityJoulesPerKelvin
            * Math.Max(0, 1 - (sinceReadySeconds / 2 / plant.CellCoolingSeconds));
        double factor = plant.Cell.ResistanceFactorAt(ambientCelsius + warmerBy, charge);
        double innerVolts = plant.Cell.OpenCircuitVoltsAt(charge) - (plant.CellPolarizationOhms * factor * meanWatts / heaterVolts);
        return PermittedPower.HighestWattsOf(innerVolts, plant.CellOhms * factor, plant.PathOhms, heaterOhms);
    }

    /// <summary>What heater, stick and its water take once.</summary>
    private double WarmUpJoules(double celsius) =>
        (plant.HeaterHeatCapacityJoulesPerKelvin * (celsius - ambientCelsius))
        + (plant.StickHeatCapacityJoulesPerKelvin * (StickCelsius(celsius) - ambientCelsius))
        + plant.DryingJoules;
}
