using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Scenarios.Steps;

namespace IqosDevice.Emulator.Scenarios;

/// <summary>A script of what happens to a holder and what must come of it, as read from a file.</summary>
/// <param name="Name">What it shows, in a sentence.</param>
/// <param name="Source">File it was read from, for messages.</param>
/// <param name="Holder">The unit, its plant and its surroundings at the start.</param>
/// <param name="Steps">In the order in which they are taken.</param>
public sealed record Scenario(string Name, string Source, HolderOptions Holder, IReadOnlyList<ScenarioStep> Steps);
