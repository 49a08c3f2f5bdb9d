namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>How a scenario came out.</summary>
/// <param name="Scenario">Which one.</param>
/// <param name="VirtualSeconds">Virtual time that it took.</param>
/// <param name="TraceHash">Hash over everything that could be observed; equal runs have equal ones.</param>
/// <param name="Failure">What went wrong, or null.</param>
public sealed record ScenarioOutcome(Scenario Scenario, double VirtualSeconds, string TraceHash, ScenarioFailure? Failure)
{
    public bool Passed => Failure is null;
}
