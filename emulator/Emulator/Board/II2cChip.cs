namespace IqosDevice.Emulator.Board;

/// <summary>A chip on an I2C bus.</summary>
public interface II2cChip
{
    /// <summary>
    /// One transfer: the bytes the controller writes, then, after a repeated start, the bytes it reads. Either
    /// part may be empty.
    /// </summary>
    /// <param name="nowUs">Board time at the end of the transfer.</param>
    /// <param name="write">Bytes from the controller.</param>
    /// <param name="read">Filled with the chip's bytes.</param>
    void Transfer(long nowUs, ReadOnlySpan<byte> write, Span<byte> read);
}
