namespace IqosDevice.Emulator.Board.Signals;

/// <summary>
/// The way of one quantity from the plant to the chip that measures it: a part with its tolerance, and a wire until
/// something is wrong with it. One fault at a time; a new one takes the place of the old.
/// </summary>
public sealed class SignalPath
{
    private readonly Action? changed;
    private double gain = 1;
    private double offset;
    private ISignalFault? fault;

    /// <param name="changed">Called when the way has become another one; null for nobody.</param>
    public SignalPath(Action? changed = null) => this.changed = changed;

    /// <summary>Error of the part's gain, as a factor; 1 for none.</summary>
    public double Gain
    {
        get => gain;
        set
        {
            gain = value;
            changed?.Invoke();
        }
    }

    /// <summary>Error of the part's zero, in the unit of the path, after the gain; 0 for none.</summary>
    public double Offset
    {
        get => offset;
        set
        {
            offset = value;
            changed?.Invoke();
        }
    }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public ISignalFault? Fault
    {
        get => fault;
        set
        {
            fault = value;
            changed?.Invoke();
        }
    }

    /// <summary>What arrives.</summary>
    public double Pass(double truth, long nowUs)
    {
        double measured = (gain * truth) + offset;
        return fault is { } wrong ? wrong.Distort(measured, nowUs) : measured;
    }

    /// <summary>What arrives of a level.</summary>
    public bool Pass(bool truth, long nowUs) => fault is { } wrong ? wrong.Distort(truth ? 1 : 0, nowUs) >= 0.5 : truth;
}
