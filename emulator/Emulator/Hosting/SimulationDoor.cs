using System.Diagnostics;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// For those outside who want an answer: has a question answered inside the simulation and waits for it, without
/// holding up a thread. The end of the simulation ends every wait.
/// </summary>
public sealed class SimulationDoor
{
    private readonly ISimulationInbox inbox;
    private readonly Task end;
    private long longestWaitTicks;

    /// <param name="inbox">The way in.</param>
    /// <param name="end">Completes, in whatever way, when nothing is answered any more.</param>
    public SimulationDoor(ISimulationInbox inbox, Task end)
    {
        this.inbox = inbox;
        this.end = end;
    }

    /// <summary>The longest that a question has waited for its turn so far: how late the loop is for those outside.</summary>
    public TimeSpan LongestWait => new(Interlocked.Read(ref longestWaitTicks));

    /// <summary>Asks something; an exception of the question comes back to the asker.</summary>
    /// <exception cref="SimulationEndedException">Nobody is there to answer.</exception>
    public async Task<T> AskAsync<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        long askedAt = Stopwatch.GetTimestamp();
        inbox.Post(() =>
        {
            // Written inside the simulation alone, where one thread is at a time.
            Interlocked.Exchange(ref longestWaitTicks, Math.Max(longestWaitTicks, Stopwatch.GetElapsedTime(askedAt).Ticks));
            try
            {
                answer.SetResult(question());
            }
            catch (Exception failure)
            {
                answer.SetException(failure);
            }
        });
        if (await Task.WhenAny(answer.Task, end) == end && !answer.Task.IsCompleted)
        {
            throw new SimulationEndedException();
        }

        return await answer.Task;
    }
}
