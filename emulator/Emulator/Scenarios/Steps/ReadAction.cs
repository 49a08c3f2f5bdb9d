using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Scenarios.Conditions;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>A client reads a characteristic, and its value or the error is as expected.</summary>
internal sealed class ReadAction(
    string client, HolderCharacteristic characteristic, BytePattern? expected, AttErrorCode? error) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => true;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        world.BeginAct($"{client} reads {characteristic.Name}");
        AttAnswer answer = world.Client(client).Read(characteristic);
        answer.Require(error, $"{client}'s read of {characteristic.Name}");
        if (expected is not null && !expected.Matches(answer.Value))
        {
            throw new ScenarioFailureException(
                $"{characteristic.Name} reads {BytePattern.Format(answer.Value)}, expected {expected}");
        }
    }
}
