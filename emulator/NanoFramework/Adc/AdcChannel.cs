using IqosDevice.NanoFramework.Host;

namespace System.Device.Adc;

/// <summary>One channel of ADC1.</summary>
public class AdcChannel : IDisposable
{
    private readonly HostBoard board;
    private readonly int channelNumber;

    internal AdcChannel(HostBoard board, int channelNumber)
    {
        this.board = board;
        this.channelNumber = channelNumber;
    }

    /// <summary>Converts once; blocks for the time of the conversion.</summary>
    /// <returns>0..4095.</returns>
    public int ReadValue() => board.Adc.Read(channelNumber);

    public void Dispose() => GC.SuppressFinalize(this);
}
