namespace IqosDevice.NanoFramework.Host;

/// <summary>Digital pins, by GPIO number.</summary>
public interface IGpioPort
{
    /// <summary>Level at a pin, whoever drives it.</summary>
    bool Read(int pin);

    /// <summary>Drives an output pin.</summary>
    void Write(int pin, bool high);

    /// <summary>The firmware configured a pin.</summary>
    void SetMode(int pin, bool output);
}
