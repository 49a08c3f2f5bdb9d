using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>Something that holds or does not, at one moment.</summary>
public interface ICondition
{
    bool Holds(ScenarioWorld world);

    /// <summary>What is there, and what was expected: "state is Ready, not Session".</summary>
    string Explain(ScenarioWorld world);

    /// <summary>What made it hold has been seen: the next one looks for what comes after.</summary>
    void Consume(ScenarioWorld world)
    {
    }
}
