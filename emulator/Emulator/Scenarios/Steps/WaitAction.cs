using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>Lets virtual time pass.</summary>
internal sealed class WaitAction(TimeSpan duration) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => false;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world) => world.Holder.Advance(duration);
}
