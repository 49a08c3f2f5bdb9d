using IqosDevice.Emulator.Holder.Sessions.Starts;

namespace IqosDevice.Emulator.Hosting;

/// <summary>Plays starts on all cores; the result does not depend on how many there are.</summary>
public static class StartRunner
{
    /// <summary>Plays a range of draws.</summary>
    /// <param name="seed">Seed of the population.</param>
    /// <param name="firstRun">Number of the first draw, from 0.</param>
    /// <param name="runs">How many.</param>
    /// <param name="onStart">Called after each, from any thread, one at a time.</param>
    /// <param name="cancellation">Ends it after the starts that are being played.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static StartReport Run(
        ulong seed, int firstRun, int runs, Action? onStart = null, CancellationToken cancellation = default)
    {
        var judged = new JudgedStart[runs];
        var gate = new Lock();
        Parallel.For(0, runs, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            judged[index] = JudgedStart.Play(StartDraw.Of(seed, firstRun + index));
            lock (gate)
            {
                onStart?.Invoke();
            }
        });
        return new StartReport(judged);
    }
}
