namespace IqosDevice.NanoFramework.Host;

/// <summary>ADC1 of the ESP32: 12 bit, uncalibrated.</summary>
public interface IAdcPort
{
    /// <summary>Converts once, 0..4095.</summary>
    int Read(int channel);
}
