namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>The matrix in figures.</summary>
/// <param name="Cells">Cells played.</param>
/// <param name="Passed">Cells where nothing is uncaught and all is as the expectation table says.</param>
/// <param name="Uncaught">Cells where a limit was exceeded, or nobody noticed where somebody must.</param>
/// <param name="MutantsSurvived">Mutants that nobody noticed and that exceeded no limit.</param>
public readonly record struct MatrixSummary(int Cells, int Passed, int Uncaught, int MutantsSurvived);
