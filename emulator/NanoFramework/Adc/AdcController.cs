using IqosDevice.NanoFramework.Host;

namespace System.Device.Adc;

/// <summary>ADC1 of the ESP32: fixed at 12 bit and 12 dB attenuation, raw and uncalibrated.</summary>
public class AdcController
{
    private const int Adc1ChannelCount = 10;

    private readonly HostBoard board = HostBoard.Current;

    public int ChannelCount => Adc1ChannelCount;

    public int MaxValue => 4095;

    public int MinValue => 0;

    public int ResolutionInBits => 12;

    /// <exception cref="ArgumentOutOfRangeException">ADC1 has no such channel.</exception>
    public AdcChannel OpenChannel(int channelNumber)
    {
        if (channelNumber is < 0 or >= Adc1ChannelCount)
        {
            throw new ArgumentOutOfRangeException(nameof(channelNumber));
        }

        return new AdcChannel(board, channelNumber);
    }
}
