using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Cli.Scenarios;

/// <summary>How one file came out.</summary>
/// <param name="File">Its path.</param>
/// <param name="Seconds">Real time that it took.</param>
/// <param name="Outcome">How it was played, or null where it could not be read.</param>
/// <param name="SyntaxError">Why it could not be read, or null.</param>
internal sealed record ScenarioResult(string File, double Seconds, ScenarioOutcome? Outcome, string? SyntaxError)
{
    public bool Passed => Outcome is { Passed: true };

    /// <summary>The scenario's own name, or its file where it has none that could be read.</summary>
    public string Name => Outcome?.Scenario.Name ?? Path.GetFileNameWithoutExtension(File);
}
