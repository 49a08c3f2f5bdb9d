using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>So much virtual time has passed since a mark.</summary>
internal sealed class SinceCondition(string mark, Matcher seconds) : ICondition
{
    /// <inheritdoc/>
    public bool Holds(ScenarioWorld world) => seconds.Matches(world.SecondsSince(mark));

    /// <inheritdoc/>
    public string Explain(ScenarioWorld world) =>
        $"{Matcher.Format(world.SecondsSince(mark))} s have passed since \"{mark}\", expected {seconds}";
}
