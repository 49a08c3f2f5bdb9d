namespace IqosDevice.Emulator.Plant;

/// <summary>
/// The physics of one holder: heater, stick, puffs, cell, ambient. SI units, doubles, no I/O, no clock of its
/// own: it is integrated lazily up to the time that the board asks for.
/// </summary>
public sealed class HolderPlant
{
    public HolderPlant(PlantParameters parameters)
    {
        Parameters = parameters;
    }

    public PlantParameters Parameters { get; }

    /// <summary>Time up to which the state has been integrated, microseconds.</summary>
    public long TimeUs { get; private set; }

    // What the board drives.

    /// <summary>Duty of the heater's transistor, 0..1.</summary>
    public double HeaterDuty { get; set; }

    /// <summary>The load switch between cell and heater conducts.</summary>
    public bool LoadSwitchClosed { get; set; }

    /// <summary>Current that the charger chip pushes into the cell, amperes.</summary>
    public double ChargeAmps { get; set; }

    // What people and the world do.

    public bool StickInserted { get; set; }

    public double AmbientCelsius { get; set; } = 25;

    /// <summary>A puff begins now and takes its volume evenly.</summary>
    public void StartPuff(double millilitres, double seconds)
    {
    }

    // What the board's chips see.

    public double HeaterCelsius => AmbientCelsius;

    public double StickCelsius => AmbientCelsius;

    /// <summary>Thermocouple on the heater, with its lag.</summary>
    public double ThermocoupleCelsius => AmbientCelsius;

    /// <summary>Voltage at the heater's top node while the transistor conducts, volts.</summary>
    public double HeaterOnVolts => 0;

    /// <summary>Current through the heater while the transistor conducts, amperes.</summary>
    public double HeaterOnAmps => 0;

    /// <summary>Terminal voltage of the cell averaged over a PWM period, volts.</summary>
    public double CellVolts => 3.7;

    /// <summary>Cell current averaged over a PWM period, amperes; positive charges.</summary>
    public double CellAmps => 0;

    /// <summary>True state of charge, 0..1.</summary>
    public double CellStateOfCharge => 0.8;

    public double CellCelsius => AmbientCelsius;

    public double BoardCelsius => AmbientCelsius;

    /// <summary>Energy that the heater has turned into heat since the start, joules.</summary>
    public double HeaterJoules => 0;

    /// <summary>A puff is going on.</summary>
    public bool IsPuffing => false;

    /// <summary>Integrates up to a time; a time already passed does nothing.</summary>
    public void AdvanceTo(long timeUs) => TimeUs = Math.Max(TimeUs, timeUs);
}
