using System.Collections.Concurrent;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Endpoints;

/// <summary>A simulation reduced to its inbox: one thread that runs what is posted, in order.</summary>
internal sealed class SimulationThread : ISimulationInbox, IDisposable
{
    private readonly BlockingCollection<Action> posted = [];
    private readonly Thread thread;

    public SimulationThread()
    {
        thread = new Thread(Run) { IsBackground = true, Name = "simulation" };
        thread.Start();
    }

    /// <summary>What work threw; a test looks here at its end.</summary>
    public ConcurrentQueue<Exception> Failures { get; } = new();

    public bool IsCurrent => Thread.CurrentThread == thread;

    public void Post(Action work)
    {
        try
        {
            posted.Add(work);
        }
        catch (InvalidOperationException)
        {
            // After the end work never runs, as with the real one.
        }
    }

    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => done.SetResult(work()));
        return done.Task;
    }

    public void Dispose()
    {
        posted.CompleteAdding();
        thread.Join();
        posted.Dispose();
    }

    private void Run()
    {
        foreach (Action work in posted.GetConsumingEnumerable())
        {
            try
            {
                work();
            }
            catch (Exception failure)
            {
                Failures.Enqueue(failure);
            }
        }
    }
}
