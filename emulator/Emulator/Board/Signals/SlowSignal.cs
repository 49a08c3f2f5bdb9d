namespace IqosDevice.Emulator.Board.Signals;

/// <summary>Follows the truth with a lag of first order, from the truth of its first moment on.</summary>
public sealed class SlowSignal : ISignalFault
{
    private readonly double lagUs;
    private double? value;
    private long lastUs;

    /// <param name="lagSeconds">Time constant, above 0.</param>
    public SlowSignal(double lagSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lagSeconds);
        lagUs = lagSeconds * 1e6;
    }

    /// <inheritdoc/>
    public double Distort(double truth, long nowUs)
    {
        double last = value ?? truth;

        // Backward Euler: stable for any step, and free of the exponential, whose last bit differs between platforms.
        double elapsedUs = value is null ? 0 : nowUs - lastUs;
        value = last + ((truth - last) * elapsedUs / (elapsedUs + lagUs));
        lastUs = nowUs;
        return value.Value;
    }
}
