using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>A client writes a characteristic, and is answered as expected.</summary>
internal sealed class WriteAction(
    string client, HolderCharacteristic characteristic, byte[] value, AttErrorCode? error) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => true;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        world.BeginAct($"{client} writes {characteristic.Name}");
        world.Client(client).Write(characteristic, value).Require(error, $"{client}'s write of {characteristic.Name}");
    }
}
