using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>Gives this moment a name, from which <c>since</c> counts.</summary>
internal sealed class MarkAction(string name) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => false;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world) => world.Mark(name);
}
