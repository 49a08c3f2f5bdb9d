namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>Somebody noticed.</summary>
/// <param name="By">Who: "row 6", "comparator".</param>
/// <param name="Milliseconds">How long after the fault.</param>
/// <param name="AtNextStart">Only when the next session was to begin.</param>
internal readonly record struct Catch(string By, int Milliseconds, bool AtNextStart);
