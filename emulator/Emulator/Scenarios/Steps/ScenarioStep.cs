namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>One step: when it is taken, and what it does.</summary>
/// <param name="Place">Where it stands in its file.</param>
/// <param name="Title">What it does, in a few words.</param>
/// <param name="Timing">When it is taken; at once unless said otherwise.</param>
/// <param name="Action">What it does.</param>
public sealed record ScenarioStep(ScenarioPlace Place, string Title, StepTiming Timing, IScenarioAction Action);
