namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>Mutants of one trial that nobody notices and that exceed no limit, and why.</summary>
/// <param name="Row">Row of the checklist that is switched off.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Where">Phases and plants, e.g. "hold, puff (largest)".</param>
/// <param name="Because">Why nothing comes of it; empty where nobody has said.</param>
public sealed record MutantSurvivors(int Row, string Fault, string Where, string Because)
{
    private static readonly MatrixPlant[] Plants = Enum.GetValues<MatrixPlant>();

    /// <summary>All that an expectation table knows, trial by trial.</summary>
    public static IReadOnlyList<MutantSurvivors> Of(ExpectationTable expectations) =>
    [
        .. from trial in FaultTrials.All
           let phases = Enum.GetValues<MatrixPhase>().Select(phase => PhaseOf(expectations, trial, phase)).OfType<string>().ToArray()
           where phases.Length > 0
           select new MutantSurvivors(trial.Row, trial.Name, string.Join(", ", phases), trial.SurvivesBecause ?? string.Empty),
    ];

    /// <summary>One phase, with the plants where it is not all of them; null for none.</summary>
    private static string? PhaseOf(ExpectationTable expectations, FaultTrial trial, MatrixPhase phase)
    {
        string[] plants = [.. Plants.Where(plant => Survives(expectations.Find(trial, phase, plant)))
            .Select(plant => plant.ToString().ToLowerInvariant())];
        string name = phase switch
        {
            MatrixPhase.HeatUp => "heat-up",
            MatrixPhase.CoolDown => "cool-down",
            _ => phase.ToString().ToLowerInvariant(),
        };
        return plants.Length == 0 ? null : plants.Length == Plants.Length ? name : $"{name} ({string.Join(" and ", plants)})";
    }

    private static bool Survives(string? found) =>
        found is not null && found.EndsWith($"[{FaultMatrix.Nobody}]", StringComparison.Ordinal);
}
