using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Cli.Running;

/// <summary>Shows and saves a run's state at intervals of real time.</summary>
internal sealed class RunWatch
{
    // The flash is kept every ten seconds, so that a run that is killed loses little.
    private const int StatusesPerSave = 40;

    private static readonly TimeSpan StatusInterval = TimeSpan.FromMilliseconds(250);

    private readonly VirtualHolder holder;
    private readonly HolderRunner runner;
    private readonly SimulationDoor door;
    private readonly StateFolder state;
    private readonly RunDisplay display;

    public RunWatch(VirtualHolder holder, HolderRunner runner, StateFolder state, RunDisplay display)
    {
        this.holder = holder;
        this.runner = runner;
        this.state = state;
        this.display = display;
        door = new SimulationDoor(runner, runner.Completion);
    }

    /// <summary>Follows until one of the ends comes.</summary>
    /// <param name="nobodyCanConnect">An end besides the runner's own.</param>
    /// <param name="cancellation">Another one.</param>
    public async Task FollowAsync(Task nobodyCanConnect, CancellationToken cancellation)
    {
        Task end = Task.WhenAny(nobodyCanConnect, runner.Completion, Task.Delay(Timeout.Infinite, cancellation));
        for (int round = 1; await Task.WhenAny(end, Task.Delay(StatusInterval, CancellationToken.None)) != end; round++)
        {
            Task shown = ShowAsync(save: round % StatusesPerSave == 0);
            if (await Task.WhenAny(shown, end) == end)
            {
                break;
            }

            await shown;
        }

        // What was thrown inside the simulation comes out here.
        await (runner.Completion.IsCompleted ? runner.Completion : Task.CompletedTask);
    }

    private async Task ShowAsync(bool save)
    {
        try
        {
            (HolderSnapshot snapshot, IReadOnlyDictionary<string, byte[]>? flash) =
                await door.AskAsync(() => (holder.Snapshot(), save ? holder.ReadFlash() : null));
            display.ShowStatus(StatusText.Format(snapshot), $"{snapshot.State} {snapshot.FaultRow} {snapshot.Connected}");
            if (flash is not null)
            {
                state.Save(flash);
            }
        }
        catch (SimulationEndedException)
        {
            // The end, of which the caller hears, too.
        }
    }
}
