using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Recording.Runs;

namespace IqosDevice.Cli.Running;

/// <summary>One run: a holder, its pace, and who serves it, put together and taken apart in the right order.</summary>
internal sealed class HolderRun
{
    private readonly RunOptions options;
    private readonly RunDisplay display;

    public HolderRun(RunOptions options, RunDisplay display)
    {
        this.options = options;
        this.display = display;
    }

    /// <summary>Serves the holder until the user wants an end, its time is over, or nobody can connect any more.</summary>
    /// <exception cref="CliException">The state folder or an address cannot be used.</exception>
    public async Task ExecuteAsync(CancellationToken cancellation)
    {
        using StateFolder state = StateFolder.Open(options.StatePath ?? StateFolder.DefaultPath(ModelOption.ToSlug(options.Holder.Model)));
        using VirtualHolder holder = StartHolder(state);
        using Neighbours neighbours = Neighbours.Start(holder, options.Holders - 1);
        using RunTaps taps = RunTaps.Start(holder, options, display.WriteLine);
        long endUs = options.Duration is { } duration ? holder.Queue.NowUs + (long)duration.TotalMicroseconds : long.MaxValue;
        using (var runner = new HolderRunner(holder.Queue, options.Speed, endUs))
        {
            await using RunServers servers = await RunServers.StartAsync(
                options, new RunParts(holder, neighbours, runner, taps), state, display);
            runner.Start();
            RunAnnouncement.Write(options, new RunParts(holder, neighbours, runner, taps), servers, state, display);
            await new RunWatch(holder, runner, state, display).FollowAsync(servers.NobodyCanConnect, cancellation);
        }

        // A replay ends here, too: what follows is no part of what came from outside.
        taps.EndRecordings();

        // The firmware writes what waits in RAM when the holder ends in order.
        holder.Dispose();
        state.Save(holder.ReadFlash());
        display.Finish();
        display.WriteLine($"ended; the state is kept in {state.Path}");
    }

    /// <summary>A holder from its state folder, or one that a replay has brought to where the run goes on.</summary>
    private VirtualHolder StartHolder(StateFolder state)
    {
        void Log(string line) => display.WriteLine(line);
        if (options.Replay is not { } start)
        {
            return VirtualHolder.Start(options.Holder with { Flash = state.Load(), Log = Log });
        }

        using var replay = new RunReplay(start.Recording);
        replay.RunUntil(start.Until);
        replay.Holder.Log = Log;
        return replay.Holder;
    }
}
