namespace IqosDevice.Emulator.Board.Signals;

/// <summary>Something that counts on at another rate than it should, from the truth of its first moment on.</summary>
/// <param name="rate">Counted by true; 1 is right.</param>
public sealed class RateSignal(double rate) : ISignalFault
{
    private double? first;

    /// <inheritdoc/>
    public double Distort(double truth, long nowUs)
    {
        first ??= truth;
        return first.Value + ((truth - first.Value) * rate);
    }
}
