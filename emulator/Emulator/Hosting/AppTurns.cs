using System.Collections.Concurrent;

namespace IqosDevice.Emulator.Hosting;

/// <summary>What an app has to do next, in the order in which it came up; run by the one thread that has the holder.</summary>
internal sealed class AppTurns : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Work, object? State)> waiting = new();

    public override void Post(SendOrPostCallback d, object? state) => waiting.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <returns>False where there is nothing to do.</returns>
    public bool TryRunNext()
    {
        if (!waiting.TryDequeue(out (SendOrPostCallback Work, object? State) turn))
        {
            return false;
        }

        turn.Work(turn.State);
        return true;
    }
}
