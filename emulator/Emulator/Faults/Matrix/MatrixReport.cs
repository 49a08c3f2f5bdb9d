namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>The fault matrix as it was played.</summary>
/// <param name="Cells">Cells in the order of rows, faults, phases and plants.</param>
public sealed record MatrixReport(IReadOnlyList<MatrixCell> Cells)
{
    public MatrixSummary Summary => new(
        Cells.Count,
        Cells.Count(cell => cell.Pass),
        Cells.Count(cell => cell.Uncaught),
        Cells.Count(cell => cell.MutantSurvived));
}
