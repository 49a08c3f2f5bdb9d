namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>Why a scenario failed.</summary>
/// <param name="Place">The step that failed.</param>
/// <param name="Step">What it does.</param>
/// <param name="Message">What was there and what was expected.</param>
/// <param name="Journal">What happened before, oldest first.</param>
public sealed record ScenarioFailure(ScenarioPlace Place, string Step, string Message, IReadOnlyList<string> Journal);
