namespace IqosDevice.Emulator.Identification;

/// <summary>Unit of a file's temperatures.</summary>
public enum TemperatureUnit
{
    Celsius,
    Fahrenheit,
    Kelvin,
}
