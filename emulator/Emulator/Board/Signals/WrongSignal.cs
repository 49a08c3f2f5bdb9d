namespace IqosDevice.Emulator.Board.Signals;

/// <summary>Plausible and not true: out by a factor and an offset.</summary>
/// <param name="gain">Factor; 1 for none, -1 turns the signal over.</param>
/// <param name="offset">What is added after it, in the unit of the path.</param>
public sealed class WrongSignal(double gain, double offset) : ISignalFault
{
    /// <inheritdoc/>
    public double Distort(double truth, long nowUs) => (gain * truth) + offset;
}
