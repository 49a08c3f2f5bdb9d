namespace IqosDevice.Emulator.Holder.Sessions;

/// <summary>One session in numbers. Temperatures are the plant's true ones.</summary>
public sealed record SessionReport
{
    public required string Model { get; init; }

    public required ulong Seed { get; init; }

    public required string PuffProfile { get; init; }

    /// <summary>From the start of heating to Ready, seconds; null where it was not reached.</summary>
    public double? ReadyAtSeconds { get; init; }

    /// <summary>Highest heater temperature.</summary>
    public double PeakCelsius { get; init; }

    /// <summary>Most that the heater was above its set point while heating; a lowered set point counts on for ten seconds.</summary>
    public double OvershootCelsius { get; init; }

    /// <summary>95th percentile of |heater - set point| at 50 Hz from Ready to the end.</summary>
    public double HoldErrorP95Celsius { get; init; }

    /// <summary>Most that the heater was below its set point during a puff, or a second after one.</summary>
    public double PuffDroopMaxCelsius { get; init; }

    /// <summary>Puffs that the firmware counted.</summary>
    public int Puffs { get; init; }

    /// <summary>
    /// Time, Puffs, User, Fault or Battery. A start that was refused counts as Battery for want of charge and as
    /// Fault otherwise.
    /// </summary>
    public required string EndReason { get; init; }

    /// <summary>What the heater turned into heat, joules.</summary>
    public double EnergyJoules { get; init; }

    /// <summary>True charge before the start, percent.</summary>
    public double ChargeBeforePercent { get; init; }

    /// <summary>True charge after the end, percent.</summary>
    public double ChargeAfterPercent { get; init; }

    /// <summary>What went wrong: tripped rows of the checklist, protections of the board, refusals, broken invariants.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Virtual time from power-on to the end.</summary>
    public double VirtualSeconds { get; init; }

    public required string TraceHash { get; init; }
}
