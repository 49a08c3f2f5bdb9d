using IqosDevice.NanoFramework.Host;

namespace System.Device.I2c;

/// <summary>One chip on an I2C bus. A chip that does not answer is a status, not an exception.</summary>
public class I2cDevice : IDisposable
{
    private readonly II2cPort port = HostBoard.Current.I2c;

    public I2cDevice(I2cConnectionSettings settings)
    {
        ConnectionSettings = settings;
    }

    public I2cConnectionSettings ConnectionSettings { get; }

    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    public I2cTransferResult Read(SpanByte buffer) => WriteRead(SpanByte.Empty, buffer);

    public I2cTransferResult Write(SpanByte buffer) => WriteRead(buffer, SpanByte.Empty);

    public I2cTransferResult WriteByte(byte value) => Write(new SpanByte([value]));

    /// <summary>A write, then a read after a repeated start; blocks for the time on the bus.</summary>
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer)
    {
        int busId = ConnectionSettings.BusId;
        return port.Transfer(busId, ConnectionSettings.DeviceAddress, writeBuffer.AsSpan(), readBuffer.AsSpan())
            ? new I2cTransferResult(I2cTransferStatus.FullTransfer, writeBuffer.Length + readBuffer.Length)
            : new I2cTransferResult(I2cTransferStatus.SlaveAddressNotAcknowledged, 0);
    }

    public void Dispose() => GC.SuppressFinalize(this);
}
