using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>A client turns notifications of a characteristic on or off.</summary>
internal sealed class SubscribeAction(string client, HolderCharacteristic characteristic, bool on) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => true;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        world.BeginAct($"{client} {(on ? "subscribes" : "unsubscribes")} {characteristic.Name}");
        world.Client(client).Subscribe(characteristic, on);
    }
}
