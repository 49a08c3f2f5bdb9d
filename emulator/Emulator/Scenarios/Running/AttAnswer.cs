using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>The answer to a client's request: a value, or an error.</summary>
internal readonly record struct AttAnswer(AttErrorCode Error, byte[] Value)
{
    /// <exception cref="ScenarioFailureException">The outcome is another one than expected.</exception>
    public void Require(AttErrorCode? error, string what)
    {
        AttErrorCode expected = error ?? AttErrorCode.Success;
        if (Error != expected)
        {
            throw new ScenarioFailureException($"{what}: {Error}, expected {expected}");
        }
    }
}
