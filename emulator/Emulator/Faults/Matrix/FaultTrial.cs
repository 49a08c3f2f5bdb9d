namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>How one row of the safety checklist is put to the proof: what goes wrong, and where it must be noticed.</summary>
public sealed record FaultTrial
{
    private static readonly MatrixPhase[] WhileHeating = [MatrixPhase.HeatUp, MatrixPhase.Hold, MatrixPhase.Puff];

    /// <summary>Row of the checklist; 0 for none, see <see cref="OfNoRow"/>.</summary>
    public required int Row { get; init; }

    /// <summary>
    /// Faults of the catalogue that befall the holder together; more than one is a double fault. An amount follows after
    /// an equals sign: "heater-loss=0.2".
    /// </summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Phases in which somebody must notice; elsewhere the fault may pass unnoticed while no limit is exceeded.</summary>
    public IReadOnlyList<MatrixPhase> MustNotice { get; init; } = WhileHeating;

    /// <summary>How long the holder is watched before the next start is tried.</summary>
    public double WatchSeconds { get; init; } = 75;

    /// <summary>What the heater may reach: 400 °C, 420 °C with the firmware stalled at full power.</summary>
    public double LimitCelsius { get; init; } = 400;

    /// <summary>How long there may be heat that nobody asked for: the dead-man's time and some ticks.</summary>
    public double UnwantedHeatSeconds { get; init; } = 0.3;

    /// <summary>
    /// Every other row of the firmware is out of force, as a second fault beside the first: what this row is worth where those
    /// that are quicker have failed.
    /// </summary>
    public bool Alone { get; init; }

    /// <summary>
    /// The row can be switched off, to see what becomes of the fault without it. The rows that the start gate and the
    /// fold-back stand for cannot; their own tests show what they refuse.
    /// </summary>
    public bool HasMutant { get; init; } = true;

    /// <summary>
    /// Why nothing comes of the fault where nobody notices it with the row switched off; null where each mutant is noticed or
    /// exceeds a limit. A row is no less needed for it: the limits are those of the heater and the cell.
    /// </summary>
    public string? SurvivesBecause { get; init; }

    /// <summary>A single fault of a channel, put to no row: it must exceed no limit, whoever notices.</summary>
    public bool OfNoRow => Row == 0;

    /// <summary>Double faults are played and reported, and no limit is held against them.</summary>
    public bool Bounded => Faults.Count == 1 && !Alone;

    /// <summary>Name in tables: the faults, joined by a plus.</summary>
    public string Name => string.Join(" + ", Faults) + (Alone ? ", this row alone" : string.Empty);
}
