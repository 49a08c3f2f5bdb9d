using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Faults.Radio;

/// <summary>A radio that tells the first value for ever.</summary>
internal sealed class StuckRadio : IRadioFault
{
    private byte[]? first;

    public byte[] Outgoing(byte[] value) => first ??= value;
}
