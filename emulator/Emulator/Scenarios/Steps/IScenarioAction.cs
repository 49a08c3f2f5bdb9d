using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>What a step does.</summary>
public interface IScenarioAction
{
    /// <summary>It can fail on what the holder does: without one of these a scenario shows nothing.</summary>
    bool Judges { get; }

    /// <summary>Does it, and lets virtual time pass as far as it needs.</summary>
    /// <exception cref="ScenarioFailureException">The holder did not do what it should.</exception>
    void Run(ScenarioWorld world);
}
