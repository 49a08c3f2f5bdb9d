namespace IqosDevice.NanoFramework.Host;

/// <summary>I2C buses.</summary>
public interface II2cPort
{
    /// <summary>A write followed by a read with a repeated start; either part may be empty.</summary>
    /// <returns>False where no chip acknowledges the address.</returns>
    bool Transfer(int bus, int address, ReadOnlySpan<byte> write, Span<byte> read);
}
