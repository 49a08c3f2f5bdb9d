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

        // Where duty·P = slope·(V - 3.0 V), with V = V_inner - R_cell·duty·I.
        double foldedBack = FoldBackWattsPerVolt * (innerVolts - StopVolts) / (onWatts + (FoldBackWattsPerVolt * cellOhms * onAmps));
        return Math.Clamp(Math.Min(HighestWatts / onWatts, foldedBack), 0, 1);
    }
}
