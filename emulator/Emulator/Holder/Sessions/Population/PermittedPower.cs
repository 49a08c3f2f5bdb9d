using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// The most that a heater may be given at a moment, whoever controls it: 12 W; a line from there at 3.2 V down to nothing
/// at 3.0 V of the cell's terminals, which give way under the very power that is taken; and what the cell drives at all.
/// </summary>
internal static class PermittedPower
{
    /// <summary>Power that the heater may take at most, watts.</summary>
    public const double HighestWatts = 12;

    /// <summary>Below this terminal voltage the power is folded back.</summary>
    public const double FoldBackVolts = 3.2;

    /// <summary>At this terminal voltage there is none.</summary>
    public const double StopVolts = 3.0;

    private const double FoldBackWattsPerVolt = HighestWatts / (FoldBackVolts - StopVolts);

    /// <summary>Highest duty, 0..1, that the plant may be driven with in its state of now.</summary>
    public static double HighestDuty(HolderPlant plant)
    {
        double onAmps = plant.HeaterOnAmps;
        double onWatts = onAmps * onAmps * plant.Parameters.HeaterOhmsAt(plant.HeaterCelsius);
        double cellOhms = plant.Parameters.CellOhms * plant.Parameters.Cell.ResistanceFactorAt(plant.CellCelsius, plant.CellStateOfCharge);
        double innerVolts = plant.CellVolts - (cellOhms * plant.CellAmps);
        return HighestDuty(innerVolts, cellOhms, onAmps, onWatts);
    }

    /// <summary>Highest mean power of a heater on such a cell, watts.</summary>
    /// <param name="innerVolts">Voltage of the cell behind its series resistance.</param>
    /// <param name="cellOhms">That resistance.</param>
    /// <param name="pathOhms">Resistance between cell and heater.</param>
    /// <param name="heaterOhms">Resistance of the heater, above 0.</param>
    public static double HighestWattsOf(double innerVolts, double cellOhms, double pathOhms, double heaterOhms)
    {
        double onAmps = innerVolts / (cellOhms + pathOhms + heaterOhms);
        double onWatts = onAmps * onAmps * heaterOhms;
        return onWatts * HighestDuty(innerVolts, cellOhms, onAmps, onWatts);
    }

    /// <summary>Where duty·P = slope·(V - 3.0 V), with V = V_inner - R_cell·duty·I.</summary>
    private static double HighestDuty(double innerVolts, double cellOhms, double onAmps, double onWatts)
    {
        double foldedBack = FoldBackWattsPerVolt * (innerVolts - StopVolts) / (onWatts + (FoldBackWattsPerVolt * cellOhms * onAmps));
        return Math.Clamp(Math.Min(HighestWatts / onWatts, foldedBack), 0, 1);
    }
}
