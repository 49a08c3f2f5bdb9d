namespace IqosDevice.Emulator.Board.Signals;

/// <summary>The value of the first moment for ever.</summary>
public sealed class StuckSignal : ISignalFault
{
    private double? held;

    /// <inheritdoc/>
    public double Distort(double truth, long nowUs) => held ??= truth;
}
