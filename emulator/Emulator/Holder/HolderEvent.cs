using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder;

/// <summary>An entry of the holder's event log (docs/protocol.md).</summary>
/// <param name="Sequence">Number of the entry, 0 to 65534, then 0 again.</param>
/// <param name="Seconds">When, by the holder's clock: seconds since 2010-01-01.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Code">Row, reason or register, by kind.</param>
/// <param name="Value">What was measured or set, by kind.</param>
public readonly record struct HolderEvent(int Sequence, uint Seconds, EventKind Kind, int Code, int Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} code {Code} value {Value}";
}
