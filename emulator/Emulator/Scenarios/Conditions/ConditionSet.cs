using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>Conditions that are to hold at the same time.</summary>
public sealed class ConditionSet
{
    private readonly IReadOnlyList<ICondition> conditions;

    internal ConditionSet(IReadOnlyList<ICondition> conditions) => this.conditions = conditions;

    internal bool Hold(ScenarioWorld world)
    {
        foreach (ICondition condition in conditions)
        {
            if (!condition.Holds(world))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Those that do not hold, in words.</summary>
    internal string Explain(ScenarioWorld world) =>
        string.Join("; ", conditions.Where(condition => !condition.Holds(world)).Select(condition => condition.Explain(world)));

    internal void Consume(ScenarioWorld world)
    {
        foreach (ICondition condition in conditions)
        {
            condition.Consume(world);
        }
    }
}
