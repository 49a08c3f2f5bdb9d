using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>One thing that can be expected of a holder.</summary>
/// <param name="Name">Name in a file.</param>
/// <param name="Meaning">What it is, with its unit.</param>
/// <param name="Kind">Number (a double), flag (a bool) or choice (a string).</param>
/// <param name="Read">Its value now.</param>
internal sealed record ScenarioField(string Name, string Meaning, FieldKind Kind, Func<ScenarioWorld, object> Read)
{
    /// <summary>The names that a choice can be.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
