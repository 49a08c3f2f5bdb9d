using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Board;

/// <summary>The ways of the measured quantities from the plant to the chips that measure them.</summary>
public sealed class SensorPaths
{
    public SensorPaths()
    {
        Action changed = () => Changes++;
        HeaterCelsius = new SignalPath(changed);
        ThermocoupleCelsius = new SignalPath(changed);
        HeaterAmps = new SignalPath(changed);
        HeaterVolts = new SignalPath(changed);
        CellVolts = new SignalPath(changed);
        CellAmps = new SignalPath(changed);
        CellCelsius = new SignalPath(changed);
        BoardCelsius = new SignalPath(changed);
        ReferenceMillivolts = new SignalPath(changed);
        Gate = new SignalPath(changed);
    }

    /// <summary>Grows with every change of a way: what was measured at a time holds until it has grown.</summary>
    public long Changes { get; private set; }

    /// <summary>Temperature that the heater's resistance shows to its monitor, degrees Celsius.</summary>
    public SignalPath HeaterCelsius { get; }

    /// <summary>Temperature of the thermocouple in front of its amplifier, degrees Celsius.</summary>
    public SignalPath ThermocoupleCelsius { get; }

    /// <summary>Current through the heater's shunt, averaged over a PWM period, amperes.</summary>
    public SignalPath HeaterAmps { get; }

    /// <summary>Voltage at the heater's top node for its monitor, averaged over a PWM period, volts.</summary>
    public SignalPath HeaterVolts { get; }

    /// <summary>Voltage of the cell for its monitor, volts.</summary>
    public SignalPath CellVolts { get; }

    /// <summary>Current of the cell through its shunt, averaged over a PWM period, amperes; positive charges.</summary>
    public SignalPath CellAmps { get; }

    /// <summary>Temperature of the cell's thermistor, degrees Celsius.</summary>
    public SignalPath CellCelsius { get; }

    /// <summary>Temperature of the board's thermistor, degrees Celsius.</summary>
    public SignalPath BoardCelsius { get; }

    /// <summary>Reference that the converter's readings are scaled by, mV.</summary>
    public SignalPath ReferenceMillivolts { get; }

    /// <summary>Level of the transistor's gate at the read-back pin: 0 or 1.</summary>
    public SignalPath Gate { get; }
}
