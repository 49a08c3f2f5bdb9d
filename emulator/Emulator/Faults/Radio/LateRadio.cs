using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Faults.Radio;

/// <summary>A radio that hands a client's writes on a while after they came.</summary>
/// <param name="seconds">How long it takes.</param>
internal sealed class LateRadio(double seconds) : IRadioFault
{
    public long IncomingDelayUs => (long)(seconds * 1e6);
}
