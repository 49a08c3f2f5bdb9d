using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Board;

/// <summary>The ways of the measured quantities from the plant to the chips that measure them.</summary>
public sealed class SensorPaths
{
    /// <summary>Temperature that the heater's resistance shows to its monitor, degrees Celsius.</summary>
    public SignalPath HeaterCelsius { get; } = new();

    /// <summary>Temperature of the thermocouple in front of its amplifier, degrees Celsius.</summary>
    public SignalPath ThermocoupleCelsius { get; } = new();

    /// <summary>Current through the heater's shunt, averaged over a PWM period, amperes.</summary>
    public SignalPath HeaterAmps { get; } = new();

    /// <summary>Voltage at the heater's top node for its monitor, averaged over a PWM period, volts.</summary>
    public SignalPath HeaterVolts { get; } = new();

    /// <summary>Voltage of the cell for its monitor, volts.</summary>
    public SignalPath CellVolts { get; } = new();

    /// <summary>Temperature of the cell's thermistor, degrees Celsius.</summary>
    public SignalPath CellCelsius { get; } = new();

    /// <summary>Temperature of the board's thermistor, degrees Celsius.</summary>
    public SignalPath BoardCelsius { get; } = new();

    /// <summary>Reference that the converter's readings are scaled by, mV.</summary>
    public SignalPath ReferenceMillivolts { get; } = new();

    /// <summary>Level of the transistor's gate at the read-back pin: 0 or 1.</summary>
    public SignalPath Gate { get; } = new();
}
