namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>What became of one fault in one phase on one unit.</summary>
/// <param name="Catchers">Who noticed, the first first: "row 6", "comparator"; warnings as "warning of row 4".</param>
/// <param name="PeakCelsius">True peak of the heater from the fault on.</param>
/// <param name="Latched">The firmware has locked itself out.</param>
/// <param name="Breach">The limit that was exceeded; null for none.</param>
internal sealed record CellOutcome(
    IReadOnlyList<Catch> Catchers, double PeakCelsius, bool Latched, string? Breach);
