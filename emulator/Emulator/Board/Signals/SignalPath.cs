namespace IqosDevice.Emulator.Board.Signals;

/// <summary>
/// The way of one quantity from the plant to the chip that measures it: a part with its tolerance, and a wire until
/// something is wrong with it. One fault at a time; a new one takes the place of the old.
/// </summary>
public sealed class SignalPath
{
    /// <summary>Error of the part's gain, as a factor; 1 for none.</summary>
    public double Gain { get; set; } = 1;

    /// <summary>Error of the part's zero, in the unit of the path, after the gain; 0 for none.</summary>
    public double Offset { get; set; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public ISignalFault? Fault { get; set; }

    /// <summary>What arrives.</summary>
    public double Pass(double truth, long nowUs)
    {
        double measured = (Gain * truth) + Offset;
        return Fault is { } fault ? fault.Distort(measured, nowUs) : measured;
    }

    /// <summary>What arrives of a level.</summary>
    public bool Pass(bool truth, long nowUs) => Fault is { } fault ? fault.Distort(truth ? 1 : 0, nowUs) >= 0.5 : truth;
}
