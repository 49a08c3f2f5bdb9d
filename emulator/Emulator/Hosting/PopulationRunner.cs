using IqosDevice.Emulator.Holder.Sessions.Population;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// Plays a population on all cores. Each session is a holder of its own in its own virtual time, so the result does not
/// depend on the number of threads.
/// </summary>
public static class PopulationRunner
{
    /// <summary>Plays a range of draws.</summary>
    /// <param name="population">Which draws.</param>
    /// <param name="onSession">Called after each draw, from any thread, one at a time.</param>
    /// <param name="threads">Threads at most; null for all cores.</param>
    /// <param name="cancellation">Ends it after the sessions that are being played.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PopulationReport Run(
        PopulationOptions population, Action? onSession = null, int? threads = null, CancellationToken cancellation = default)
    {
        var tally = new PopulationTally();
        var gate = new Lock();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        Parallel.For(0, population.Runs, parallel, index =>
        {
            SessionDraw draw = SessionDraw.Of(population.Seed, population.FirstRun + index, population.Spread);
            PopulationSession session = PopulationSession.Play(draw);
            lock (gate)
            {
                tally.Add(session);
                onSession?.Invoke();
            }
        });
        return tally.Report();
    }
}
