using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// Plays a fault matrix on all cores. Each cell is a holder of its own in its own virtual time, so the result does not
/// depend on the number of threads.
/// </summary>
public static class FaultMatrixRunner
{
    /// <summary>Plays all phases and plants of chosen trials.</summary>
    /// <param name="trials">What goes wrong.</param>
    /// <param name="seed">Seed of noise and chance.</param>
    /// <param name="expectations">What is expected of each cell.</param>
    /// <param name="onCell">Called after each cell, from any thread, one at a time.</param>
    /// <param name="threads">Threads at most; null for all cores.</param>
    /// <param name="cancellation">Ends it after the cells that are being played.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static MatrixReport Run(IEnumerable<FaultTrial> trials, ulong seed, ExpectationTable expectations,
        Action? onCell = null, int? threads = null, CancellationToken cancellation = default)
    {
        var places = FaultMatrix.CellsOf(trials);
        var cells = new MatrixCell[places.Count];
        var gate = new Lock();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        Parallel.For(0, places.Count, parallel, index =>
        {
            (FaultTrial trial, MatrixPhase phase, MatrixPlant plant) = places[index];
            cells[index] = FaultMatrix.Play(trial, phase, plant, seed, expectations);
            lock (gate)
            {
                onCell?.Invoke();
            }
        });
        return new MatrixReport(cells);
    }
}
