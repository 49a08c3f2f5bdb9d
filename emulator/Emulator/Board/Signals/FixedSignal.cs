namespace IqosDevice.Emulator.Board.Signals;

/// <summary>The sensor is off: a broken wire that rests at a rail, a value that no longer has to do with the truth.</summary>
/// <param name="value">What arrives.</param>
public sealed class FixedSignal(double value) : ISignalFault
{
    /// <inheritdoc/>
    public double Distort(double truth, long nowUs) => value;
}
