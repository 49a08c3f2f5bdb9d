using System.Net.Sockets;
using IqosDevice.Cli.Dashboard;
using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Cli.PortalService;
using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Endpoints.Control;
using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Recording;
using IqosDevice.Emulator.Recording.Runs;
using IqosDevice.Portal;

namespace IqosDevice.Cli.Running;

/// <summary>
/// One run: a holder, its pace, the pipe and the control channel, put together and taken apart in the right order.
/// </summary>
internal sealed class HolderRun
{
    // The flash is kept every ten seconds, so that a run that is killed loses little.
    private const int StatusesPerSave = 40;

    private static readonly TimeSpan StatusInterval = TimeSpan.FromMilliseconds(250);

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
        string slug = ModelOption.ToSlug(options.Holder.Model);
        using StateFolder state = StateFolder.Open(options.StatePath ?? StateFolder.DefaultPath(slug));
        using VirtualHolder holder = StartHolder(state);
        using Neighbours neighbours = Neighbours.Start(holder, options.Holders - 1);
        using AttCapture? capture = StartCapture(holder);
        using RunRecorder? recorder = StartRecorder(holder);
        var traffic = new TrafficLog(holder);
        holder.Peripheral.Tap = new AttTaps(new IAttTap?[] { recorder, capture, traffic }.OfType<IAttTap>());
        long endUs = options.Duration is { } duration ? holder.Queue.NowUs + (long)duration.TotalMicroseconds : long.MaxValue;
        using (var runner = new HolderRunner(holder.Queue, options.Speed, endUs))
        {
            PipeAddress pipeAddress = options.Pipe ?? RunAddresses.DefaultPipe(state.Path, slug);
            PipeAddress controlAddress = options.Control ?? RunAddresses.DefaultControl(state.Path, slug);
            await using PipeServer pipe = PipeServer.Start(
                Listen(pipeAddress), holder.Peripheral, runner, display.WriteLine);
            await using ControlServer control = ControlServer.Start(
                Listen(controlAddress), Handle(holder, runner), runner, line => display.WriteLine($"control: {line}"));
            PipeAddress? bluezAddress = options.Bluez ?? RunAddresses.DefaultBluez(state.Path, slug);
            await using BluezServer? bluez = bluezAddress is null ? null : BluezServer.Start(
                Listen(bluezAddress), [.. neighbours.Holders.Prepend(holder).Select(ToBluez)], runner, line => display.WriteLine($"bluez: {line}"));
            await using DashboardServer dashboard = CreateDashboard(holder, runner, traffic);
            await StartAsync(dashboard);
            await using PortalServer? portal = await PortalHosting.StartAsync(options, holder, display);
            runner.Start();
            Announce(holder, state, pipe, control, bluez, dashboard);
            AnnounceNeighbours(neighbours);
            await ServeAsync(holder, runner, state, [pipe.Completion, runner.Completion], cancellation);
        }

        // A replay ends here, too: what follows is no part of what came from outside.
        recorder?.Dispose();

        // The firmware writes what waits in RAM when the holder ends in order.
        holder.Dispose();
        state.Save(holder.ReadFlash());
        display.Finish();
        display.WriteLine($"ended; the state is kept in {state.Path}");
    }

    private static IStreamListener Listen(PipeAddress address)
    {
        try
        {
            return StreamListener.Create(address);
        }
        catch (IOException problem)
        {
            throw new CliException(ExitCode.Unavailable, problem.Message,
                "--pipe, --control and --bluez choose other addresses, --state another folder.");
        }
    }

    private DashboardServer CreateDashboard(VirtualHolder holder, HolderRunner runner, TrafficLog traffic) => new(
        holder, runner, traffic, new SimulationDoor(runner, runner.Completion),
        options.HttpToken is { } token ? new BrowserToken(token) : BrowserToken.CreateRandom(), display.WriteLine);

    private async Task StartAsync(DashboardServer dashboard)
    {
        if (options.Http is not { } address)
        {
            return;
        }

        try
        {
            await dashboard.StartAsync(address);
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw new CliException(ExitCode.Unavailable, $"the dashboard cannot be served at {address}: {problem.Message}",
                "--http chooses another address, --http off does without.");
        }
    }

    private void AnnounceNeighbours(Neighbours neighbours)
    {
        foreach (VirtualHolder neighbour in neighbours.Holders)
        {
            display.WriteLine($"Also on the bus: {neighbour.Peripheral.LocalName}, device {BluetoothAddress.OfUnit(neighbour.Identity.SerialNumber)}");
        }
    }

    private static BluezHolder ToBluez(VirtualHolder holder) =>
        new(holder.Peripheral, BluetoothAddress.OfUnit(holder.Identity.SerialNumber));

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

    // Unbuffered: each record is in the file at once, to be followed and to outlive the process.
    private AttCapture? StartCapture(VirtualHolder holder) => options.CapturePath is not { } path ? null : StartFile(
        "capture", "capture", () => new AttCapture(
            holder.Queue, new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), display.WriteLine));

    private RunRecorder? StartRecorder(VirtualHolder holder) => options.RecordPath is not { } path ? null : StartFile(
        "record", "recording", () => new RunRecorder(
            holder, new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read)), display.WriteLine));

    private static T StartFile<T>(string option, string what, Func<T> start)
    {
        try
        {
            return start();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(
                ExitCode.Unavailable, $"cannot write the {what}: {failure.Message}", $"--{option} FILE names another file.");
        }
    }

    /// <summary>Gives each client of the control channel a session of its own.</summary>
    private static ControlHandler Handle(VirtualHolder holder, HolderRunner runner)
    {
        var sessions = new Dictionary<ControlClient, ControlSession>();
        return (line, client) =>
        {
            if (!sessions.TryGetValue(client, out ControlSession? session))
            {
                session = sessions[client] = new ControlSession(holder, runner, client.Send);
                client.Left = () =>
                {
                    sessions.Remove(client);
                    session.Dispose();
                };
            }

            client.Send(session.Execute(line));
        };
    }

    private void Announce(
        VirtualHolder holder, StateFolder state, PipeServer pipe, ControlServer control, BluezServer? bluez, DashboardServer dashboard)
    {
        string speed = RunAddresses.FormatSpeed(options.Speed);
        display.WriteLine($"{holder.Peripheral.LocalName}, seed {options.Holder.Seed}, speed {speed}");
        if (options.Http is not null)
        {
            display.WriteLine($"  page     {dashboard.LoginAddress}");
        }

        display.WriteLine($"  pipe     {pipe.Address}");
        display.WriteLine($"  control  {control.Address}");
        display.WriteLine($"  state    {state.Path}");
        if (options.CapturePath is { } path)
        {
            display.WriteLine($"  capture  {Path.GetFullPath(path)}");
        }

        if (options.RecordPath is { } recording)
        {
            display.WriteLine($"  record   {Path.GetFullPath(recording)}");
        }

        if (bluez is not null)
        {
            display.WriteLine($"  bluez    {bluez.Address}, device {BluetoothAddress.OfUnit(holder.Identity.SerialNumber)}");
            display.WriteLine("For Bluetooth clients, in their shell:");
            display.WriteLine(RunAddresses.BluezExport(bluez.Address));
        }

        display.WriteLine(RunAddresses.ControlExample(control.Address));
        display.WriteLine("Ctrl-C ends the run and keeps the state.");
    }

    /// <summary>Shows and saves the state at intervals of real time until one of the ends comes.</summary>
    private async Task ServeAsync(
        VirtualHolder holder, HolderRunner runner, StateFolder state, Task[] ends, CancellationToken cancellation)
    {
        Task end = Task.WhenAny([.. ends, Task.Delay(Timeout.Infinite, cancellation)]);
        for (int round = 1; await Task.WhenAny(end, Task.Delay(StatusInterval, CancellationToken.None)) != end; round++)
        {
            bool save = round % StatusesPerSave == 0;
            Task<Look> look = AskAsync(runner, () => new Look(holder.Snapshot(), save ? holder.ReadFlash() : null));
            if (await Task.WhenAny(look, end) == end)
            {
                break;
            }

            (HolderSnapshot snapshot, IReadOnlyDictionary<string, byte[]>? flash) = await look;
            display.ShowStatus(StatusText.Format(snapshot), $"{snapshot.State} {snapshot.FaultRow} {snapshot.Connected}");
            if (flash is not null)
            {
                state.Save(flash);
            }
        }

        // What was thrown inside the simulation comes out here.
        await (runner.Completion.IsCompleted ? runner.Completion : Task.CompletedTask);
    }

    /// <summary>Asks something inside the simulation; never completes where that has ended.</summary>
    private static Task<T> AskAsync<T>(HolderRunner runner, Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        runner.Post(() => answer.SetResult(question()));
        return answer.Task;
    }

    private sealed record Look(HolderSnapshot Snapshot, IReadOnlyDictionary<string, byte[]>? Flash);
}
