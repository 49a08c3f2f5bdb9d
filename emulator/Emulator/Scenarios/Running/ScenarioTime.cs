using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>Time in a scenario: virtual, and passing only where a step lets it.</summary>
internal sealed class ScenarioTime(VirtualHolder holder) : ITimeControl
{
    /// <inheritdoc/>
    public double Speed { get; set; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public bool Paused { get; set; }

    /// <inheritdoc/>
    public void Advance(TimeSpan duration) => holder.Advance(duration);
}
