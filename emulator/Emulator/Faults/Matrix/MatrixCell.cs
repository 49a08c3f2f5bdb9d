namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>One cell of the fault matrix.</summary>
public sealed record MatrixCell
{
    /// <summary>Row of the safety checklist that is put to the proof; 0 for none.</summary>
    public required int Row { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Fault { get; init; }

    public required MatrixPhase Phase { get; init; }

    public required MatrixPlant Plant { get; init; }

    /// <summary>Who noticed: the row itself where it did, else the first that did; null for nobody.</summary>
    public string? CaughtBy { get; init; }

    /// <summary>It was noticed only when the next session was to begin.</summary>
    public bool AtNextStart { get; init; }

    /// <summary>Everybody who noticed, the first first.</summary>
    public IReadOnlyList<string> AlsoCaughtBy { get; init; } = [];

    /// <summary>From the fault until it was noticed; null for never.</summary>
    public int? LatencyMilliseconds { get; init; }

    /// <summary>True peak of the heater from the fault on.</summary>
    public double PeakCelsius { get; init; }

    /// <summary>The firmware has locked itself out: only service releases it.</summary>
    public bool Latched { get; init; }

    /// <summary>
    /// Who notices with the row's own detector switched off: another, "limit exceeded", or "nobody"; null where the row did
    /// not notice in the first place.
    /// </summary>
    public string? MutantCaughtBy { get; init; }

    /// <summary>The limit that was exceeded; null for none. Two faults at once may exceed it.</summary>
    public string? Breach { get; init; }

    /// <summary>A limit was exceeded, or nobody noticed where somebody must.</summary>
    public bool Uncaught { get; init; }

    /// <summary>What the expectation table says of it; null where it says nothing.</summary>
    public string? Expected { get; init; }

    /// <summary>Nothing is uncaught, and it is as the expectation table says; that has nothing on a fault of no row.</summary>
    public bool Pass => !Uncaught && (Row == 0 || string.Equals(Expected, Found, StringComparison.Ordinal));

    /// <summary>The row could be left out and nothing would be different.</summary>
    public bool MutantSurvived => string.Equals(MutantCaughtBy, FaultMatrix.Nobody, StringComparison.Ordinal);

    /// <summary>The cell as the expectation table writes it: "row 6 [row 14]".</summary>
    public string Found
    {
        get
        {
            string found = (CaughtBy ?? FaultMatrix.Nobody) + (Latched ? ", locked" : string.Empty);
            return MutantCaughtBy is null ? found : $"{found} [{MutantCaughtBy}]";
        }
    }
}
