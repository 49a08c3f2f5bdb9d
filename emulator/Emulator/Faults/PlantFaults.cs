using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Faults;

/// <summary>Damage to what is heated, what heats it, and what gives the energy.</summary>
internal static class PlantFaults
{
    private static readonly PlantDamage None = new();

    public static IEnumerable<FaultDefinition> All =>
    [
        Damage("heater-open", "heater", "The heater's wire breaks.", null,
            (damage, _) => damage with { HeaterResistanceFactor = 1e6 },
            damage => damage with { HeaterResistanceFactor = None.HeaterResistanceFactor }),
        Damage("heater-short", "heater", "The heater's turns touch: its resistance falls.",
            new("a resistance by the sound one's", string.Empty, 0.001, 0.95, 0.1),
            (damage, amount) => damage with { HeaterResistanceFactor = amount },
            damage => damage with { HeaterResistanceFactor = None.HeaterResistanceFactor }),
        Damage("heater-drift", "heater", "The heater's resistance is not what it was at its calibration.",
            new("a resistance by the calibrated one", string.Empty, 0.5, 2, 0.85),
            (damage, amount) => damage with { HeaterResistanceFactor = amount },
            damage => damage with { HeaterResistanceFactor = None.HeaterResistanceFactor }),
        Damage("heater-loss", "heater-loss", "The heater loses heat beside the stick: it is wet, or touches the wall.",
            new("a conductance", "W/K", 0, 1, 0.05),
            (damage, amount) => damage with { HeaterLossWattsPerKelvin = amount },
            damage => damage with { HeaterLossWattsPerKelvin = None.HeaterLossWattsPerKelvin }),
        Damage("thermocouple-off", "thermocouple", "The thermocouple comes off the heater and measures the air beside it.", null,
            (damage, _) => damage with { ThermocoupleOff = true },
            damage => damage with { ThermocoupleOff = false }),
        Damage("cell-weak", "cell", "The cell's resistance rises.",
            new("a resistance by the sound one's", string.Empty, 1, 100, 5),
            (damage, amount) => damage with { CellResistanceFactor = amount },
            damage => damage with { CellResistanceFactor = None.CellResistanceFactor }),
        new("cell-charge", "charge", FaultKind.Damage, "The cell has another charge than it had.",
            new FaultAmount("a charge", "%", 0, 100, 3), draw => new HolderFault(
                holder => holder.Plant.SetCharge(draw.Amount / 100))),
        Damage("cell-hot", "cell-heat", "Heat arises in the cell by itself.", new("a power", "W", 0, 100, 10),
            (damage, amount) => damage with { CellHeatWatts = amount },
            damage => damage with { CellHeatWatts = None.CellHeatWatts }),
        Damage("board-hot", "board-heat", "Heat arises on the board.", new("a power", "W", 0, 500, 120),
            (damage, amount) => damage with { BoardHeatWatts = amount },
            damage => damage with { BoardHeatWatts = None.BoardHeatWatts }),
    ];

    private static FaultDefinition Damage(string name, string channel, string summary, FaultAmount? amount,
        Func<PlantDamage, double, PlantDamage> apply, Func<PlantDamage, PlantDamage> remove) =>
        new(name, channel, FaultKind.Damage, summary, amount, draw => new HolderFault(
            holder => holder.Plant.Damage = apply(holder.Plant.Damage, draw.Amount),
            holder => holder.Plant.Damage = remove(holder.Plant.Damage)));
}
