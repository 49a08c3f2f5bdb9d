namespace IqosDevice.Emulator.Holder.Control;

/// <summary>Time that nobody paces: it is virtual, and passes only where somebody lets it.</summary>
/// <param name="holder">Whose time it is.</param>
public sealed class UnpacedTime(VirtualHolder holder) : ITimeControl
{
    /// <inheritdoc/>
    public double Speed { get; set; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public bool Paused { get; set; }

    /// <inheritdoc/>
    public void Advance(TimeSpan duration) => holder.Advance(duration);
}
