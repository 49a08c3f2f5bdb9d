namespace IqosDevice.Emulator.Identification;

/// <summary>One heater of a measured run.</summary>
/// <param name="Name">Name of the temperature's column.</param>
/// <param name="Input">What drove the heater, 0..1, in force from its row to the next.</param>
/// <param name="Celsius">What the sensor read at each row.</param>
public sealed record MeasuredZone(string Name, double[] Input, double[] Celsius);
