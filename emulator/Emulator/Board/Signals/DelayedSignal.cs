namespace IqosDevice.Emulator.Board.Signals;

/// <summary>The truth of a while ago; until there is any, that of the first moment.</summary>
public sealed class DelayedSignal : ISignalFault
{
    private readonly Queue<(long TimeUs, double Value)> underWay = new();
    private readonly long delayUs;
    private double? arrived;

    /// <param name="delaySeconds">How long ago, above 0.</param>
    public DelayedSignal(double delaySeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delaySeconds);
        delayUs = (long)(delaySeconds * 1e6);
    }

    /// <inheritdoc/>
    public double Distort(double truth, long nowUs)
    {
        arrived ??= truth;
        underWay.Enqueue((nowUs, truth));
        while (underWay.TryPeek(out (long TimeUs, double Value) next) && next.TimeUs <= nowUs - delayUs)
        {
            arrived = underWay.Dequeue().Value;
        }

        return arrived.Value;
    }
}
