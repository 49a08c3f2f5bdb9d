namespace IqosDevice.Emulator.Plant;

/// <summary>What has gone wrong with the plant itself; nothing by default.</summary>
public sealed record PlantDamage
{
    /// <summary>Resistance of the heater by that of a sound one; large is open, small is shorted. Above 0.</summary>
    public double HeaterResistanceFactor { get; init; } = 1;

    /// <summary>Heat that the heater loses to ambient on top, W/K: a wet stick, a blade that touches the wall.</summary>
    public double HeaterLossWattsPerKelvin { get; init; }

    /// <summary>Resistance of the cell by that of a sound one; above 0.</summary>
    public double CellResistanceFactor { get; init; } = 1;

    /// <summary>Heat that arises in the cell by itself, watts: an internal short.</summary>
    public double CellHeatWatts { get; init; }

    /// <summary>Heat that arises on the board, watts.</summary>
    public double BoardHeatWatts { get; init; }

    /// <summary>The thermocouple has come off the heater and measures the air beside it.</summary>
    public bool ThermocoupleOff { get; init; }
}
