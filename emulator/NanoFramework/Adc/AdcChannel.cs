using IqosDevice.NanoFramework.Host;

namespace System.Device.Adc;

/// <summary>One channel of ADC1.</summary>
public class AdcChannel : IDisposable
{
    private readonly IAdcPort port;
    private readonly int channelNumber;

    internal AdcChannel(HostBoard board, int channelNumber)
    {
        port = board.Adc;
        this.channelNumber = channelNumber;
    }

    /// <summary>Converts once; blocks for the time of the conversion.</summary>
    /// <returns>0..4095.</returns>
    public int ReadValue() => port.Read(channelNumber);

    public void Dispose() => GC.SuppressFinalize(this);
}
