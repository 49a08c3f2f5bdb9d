namespace IqosDevice.NanoFramework.Host;

/// <summary>LEDC channels, by GPIO number.</summary>
public interface IPwmPort
{
    /// <summary>Duty in 1/10000 at a frequency; <paramref name="running"/> false drives the pin low.</summary>
    void Set(int pin, int frequencyHz, int dutyTenThousandths, bool running);
}
