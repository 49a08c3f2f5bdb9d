using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>A client leaves.</summary>
internal sealed class DisconnectAction(string client) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => false;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        world.BeginAct($"{client} disconnects");
        world.Client(client).Disconnect();
    }
}
