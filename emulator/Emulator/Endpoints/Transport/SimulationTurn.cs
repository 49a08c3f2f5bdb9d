using System.Threading.Tasks.Sources;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// Lets one loop outside the simulation have work done inside it and wait for that, over and over without
/// allocating. The wait is the backpressure: while the simulation is busy, nothing more is read.
/// </summary>
internal sealed class SimulationTurn : IValueTaskSource
{
    private const int Idle = 0;
    private const int Posted = 1;
    private const int Running = 2;
    private const int Cancelled = 3;

    private readonly ISimulationInbox inbox;
    private readonly Action run;
    private Action? work;
    private int state;
    private volatile bool isCancelled;
    private ManualResetValueTaskSourceCore<bool> completion = new() { RunContinuationsAsynchronously = true };

    public SimulationTurn(ISimulationInbox inbox)
    {
        this.inbox = inbox;
        run = Run;
    }

    /// <summary>Has work done inside the simulation. One at a time; an exception of the work comes back here.</summary>
    /// <exception cref="OperationCanceledException">The turn was cancelled before its work began.</exception>
    public ValueTask RunAsync(Action next)
    {
        completion.Reset();
        work = next;
        Interlocked.Exchange(ref state, Posted);
        if (isCancelled)
        {
            Cancel();
        }
        else
        {
            inbox.Post(run);
        }

        return new ValueTask(this, completion.Version);
    }

    /// <summary>
    /// Ends a wait whose work has not begun, for a simulation that may never get to it; so end all later waits. Work that
    /// runs is waited for. Thread-safe.
    /// </summary>
    public void Cancel()
    {
        isCancelled = true;
        if (Interlocked.CompareExchange(ref state, Cancelled, Posted) == Posted)
        {
            completion.SetException(new OperationCanceledException());
        }
    }

    void IValueTaskSource.GetResult(short token) => completion.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => completion.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        completion.OnCompleted(continuation, state, token, flags);

    private void Run()
    {
        if (Interlocked.CompareExchange(ref state, Running, Posted) != Posted)
        {
            return;
        }

        Exception? failure = null;
        try
        {
            work!();
        }
        catch (Exception caught)
        {
            // Whoever waits decides what it means; the simulation goes on.
            failure = caught;
        }

        Volatile.Write(ref state, Idle);
        if (failure is null)
        {
            completion.SetResult(true);
        }
        else
        {
            completion.SetException(failure);
        }
    }
}
