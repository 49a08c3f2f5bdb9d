using IqosDevice.Emulator.Scenarios.Conditions;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>A value that a client was notified of.</summary>
public sealed record ScenarioNotification(string Client, HolderCharacteristic Characteristic, byte[] Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Characteristic.Name} {BytePattern.Format(Value)}";
}
