namespace IqosDevice.Emulator.Board;

/// <summary>
/// Tolerances and noise of one unit's sensors; by default no tolerance, and the noise of the parts' data sheets. Steps
/// of the converters are those of the chips and not to be set; lag is the plant's
/// (<see cref="Plant.PlantParameters.ThermocoupleLagSeconds"/>).
/// </summary>
public sealed record SensorErrors
{
    /// <summary>Zero of thermocouple and amplifier, degrees Celsius (AD8495: up to 3).</summary>
    public double ThermocoupleOffsetCelsius { get; init; }

    /// <summary>Gain of thermocouple and amplifier, as a factor (AD8495: 0.997 to 1.003).</summary>
    public double ThermocoupleGain { get; init; } = 1;

    /// <summary>Shunt of the heater's monitor, as a factor (1 % parts: 0.99 to 1.01).</summary>
    public double HeaterCurrentGain { get; init; } = 1;

    /// <summary>Bus voltage of the heater's monitor, as a factor (INA226: 0.999 to 1.001).</summary>
    public double HeaterVoltageGain { get; init; } = 1;

    /// <summary>Bus voltage of the cell's monitor, as a factor (INA226: 0.999 to 1.001).</summary>
    public double CellVoltageGain { get; init; } = 1;

    /// <summary>Thermistor of the cell, degrees Celsius (1 % parts: up to 0.5).</summary>
    public double CellOffsetCelsius { get; init; }

    /// <summary>Thermistor of the board, degrees Celsius (1 % parts: up to 0.5).</summary>
    public double BoardOffsetCelsius { get; init; }

    /// <summary>Standard deviation of one reading of the ESP32's converter, in bits.</summary>
    public double AdcNoiseBits { get; init; } = 1.0;

    /// <summary>Standard deviation of one shunt conversion of the INA226, volts.</summary>
    public double ShuntNoiseVolts { get; init; } = 1.0e-6;

    /// <summary>Standard deviation of one bus conversion of the INA226, volts.</summary>
    public double BusNoiseVolts { get; init; } = 0.3e-3;
}
