using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>A field has a value that fits.</summary>
internal sealed class FieldCondition(ScenarioField field, Matcher matcher) : ICondition
{
    /// <inheritdoc/>
    public bool Holds(ScenarioWorld world) => matcher.Matches(field.Read(world));

    /// <inheritdoc/>
    public string Explain(ScenarioWorld world) => $"{field.Name} is {Matcher.Format(field.Read(world))}, expected {matcher}";
}
