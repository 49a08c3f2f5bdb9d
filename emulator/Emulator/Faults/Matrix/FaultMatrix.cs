namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>Plays single cells of the fault matrix. Each is a holder of its own, so they may be played in any order.</summary>
public static class FaultMatrix
{
    /// <summary>Nobody noticed.</summary>
    public const string Nobody = "nobody";

    /// <summary>What a mutant came to that nobody caught in time.</summary>
    public const string LimitExceeded = "limit exceeded";

    /// <summary>All coordinates of chosen trials.</summary>
    public static IReadOnlyList<(FaultTrial Trial, MatrixPhase Phase, MatrixPlant Plant)> CellsOf(IEnumerable<FaultTrial> trials) =>
    [
        .. from trial in trials
           from phase in Enum.GetValues<MatrixPhase>()
           from plant in Enum.GetValues<MatrixPlant>()
           select (trial, phase, plant),
    ];

    /// <summary>What becomes of the heater, without a judgement: for drawings. See <see cref="Play"/>.</summary>
    /// <param name="trial">What goes wrong.</param>
    /// <param name="phase">When.</param>
    /// <param name="plant">On which unit.</param>
    /// <param name="seed">Seed of noise and chance.</param>
    /// <param name="seconds">How long from the fault on.</param>
    public static IReadOnlyList<(double Seconds, double Celsius)> Record(
        FaultTrial trial, MatrixPhase phase, MatrixPlant plant, ulong seed, double seconds) =>
        CellRun.Record(trial, phase, plant, seed, seconds);

    /// <summary>Plays one cell, and its mutant where the row noticed.</summary>
    public static MatrixCell Play(FaultTrial trial, MatrixPhase phase, MatrixPlant plant, ulong seed, ExpectationTable expectations)
    {
        CellOutcome outcome = CellRun.Play(trial, phase, plant, seed, withoutOwnRow: false);
        Catch? caught = CatcherOf(trial, outcome);
        bool uncaught = (outcome.Breach is not null && trial.Bounded) || (caught is null && trial.MustNotice.Contains(phase));
        return new MatrixCell
        {
            Row = trial.Row,
            Fault = trial.Name,
            Phase = phase,
            Plant = plant,
            CaughtBy = caught?.By,
            AtNextStart = caught?.AtNextStart ?? false,
            AlsoCaughtBy = [.. outcome.Catchers.Select(other => other.By)],
            LatencyMilliseconds = caught?.Milliseconds,
            PeakCelsius = Math.Round(outcome.PeakCelsius, 1),
            Latched = outcome.Latched,
            MutantCaughtBy = trial.HasMutant && IsOwn(trial, caught) ? MutantOf(trial, phase, plant, seed) : null,
            Breach = outcome.Breach,
            Uncaught = uncaught,
            Expected = expectations.Find(trial, phase, plant),
        };
    }

    private static string MutantOf(FaultTrial trial, MatrixPhase phase, MatrixPlant plant, ulong seed)
    {
        CellOutcome mutant = CellRun.Play(trial, phase, plant, seed, withoutOwnRow: true);
        return mutant.Breach is not null ? LimitExceeded : CatcherOf(trial, mutant)?.By ?? Nobody;
    }

    /// <summary>The row itself, else the first that acted, else the first that warned.</summary>
    private static Catch? CatcherOf(FaultTrial trial, CellOutcome outcome)
    {
        foreach (Func<Catch, bool> preferred in (Func<Catch, bool>[])[caught => IsOwn(trial, caught), IsAct, static _ => true])
        {
            if (outcome.Catchers.Any(preferred))
            {
                return outcome.Catchers.First(preferred);
            }
        }

        return null;
    }

    private static bool IsAct(Catch caught) => !caught.By.StartsWith("warning", StringComparison.Ordinal);

    /// <summary>The row's own detector: in the firmware, or the part of the board that stands for it.</summary>
    private static bool IsOwn(FaultTrial trial, Catch? caught) => caught is { } found
        && (found.By == $"row {trial.Row}" || found.By == $"warning of row {trial.Row}"
        || (trial.Row, found.By) is (12, "comparator") or (20, "over-current latch") or (28 or 31, "dead-man"));
}
