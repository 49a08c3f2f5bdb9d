using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Faults.Radio;

/// <summary>A radio whose values arrive as others, both ways.</summary>
/// <param name="corruption">What it does to a value.</param>
internal sealed class CorruptRadio(ByteCorruption corruption) : IRadioFault
{
    public byte[] Incoming(byte[] value) => corruption.Of(value);

    public byte[] Outgoing(byte[] value) => corruption.Of(value);
}
