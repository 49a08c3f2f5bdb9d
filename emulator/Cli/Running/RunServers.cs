using System.Net.Sockets;
using IqosDevice.Cli.Dashboard;
using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Cli.PortalService;
using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Endpoints.Control;
using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Cli.Running;

/// <summary>Every door of a run: pipe, control channel, Bluetooth bus, page, portal. They open together and close in reverse.</summary>
internal sealed class RunServers : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> open = new();

    private RunServers()
    {
    }

    /// <summary>Address of the pipe.</summary>
    public string PipeAddress { get; private set; } = string.Empty;

    /// <summary>Address of the control channel.</summary>
    public string ControlAddress { get; private set; } = string.Empty;

    /// <summary>Address of the bus with BlueZ; null where there is none.</summary>
    public string? BluezAddress { get; private set; }

    /// <summary>What a person opens in a browser; null where no page is served.</summary>
    public string? LoginAddress { get; private set; }

    /// <summary>Ends where the pipe has: its only client has left a stream that cannot be opened again.</summary>
    public Task NobodyCanConnect { get; private set; } = Task.CompletedTask;

    /// <exception cref="CliException">An address cannot be had.</exception>
    public static async Task<RunServers> StartAsync(RunOptions options, RunParts run, StateFolder state, RunDisplay display)
    {
        var servers = new RunServers();
        try
        {
            await servers.OpenAsync(options, run, state, display);
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (open.TryPop(out IAsyncDisposable? server))
        {
            await server.DisposeAsync();
        }
    }

    private async Task OpenAsync(RunOptions options, RunParts run, StateFolder state, RunDisplay display)
    {
        string slug = ModelOption.ToSlug(options.Holder.Model);
        PipeServer pipe = Keep(PipeServer.Start(
            Listen(options.Pipe ?? RunAddresses.DefaultPipe(state.Path, slug)), run.Holder.Peripheral, run.Runner, display.WriteLine));
        PipeAddress = pipe.Address;
        NobodyCanConnect = pipe.Completion;
        ControlAddress = Keep(ControlServer.Start(
            Listen(options.Control ?? RunAddresses.DefaultControl(state.Path, slug)), Handle(run.Holder, run.Runner), run.Runner,
            line => display.WriteLine($"control: {line}"))).Address;
        if ((options.Bluez ?? RunAddresses.DefaultBluez(state.Path, slug)) is { } bluez)
        {
            BluezAddress = Keep(BluezServer.Start(
                Listen(bluez), [.. run.Neighbours.Holders.Prepend(run.Holder).Select(ToBluez)], run.Runner,
                line => display.WriteLine($"bluez: {line}"))).Address;
        }

        if (options.Http is { } http)
        {
            LoginAddress = await ServePageAsync(http, options.HttpToken, run, display);
        }

        if (await PortalHosting.StartAsync(options, run.Holder, display) is { } portal)
        {
            Keep(portal);
        }
    }

    private async Task<string> ServePageAsync(HttpAddress address, string? token, RunParts run, RunDisplay display)
    {
        DashboardServer dashboard = Keep(new DashboardServer(
            new DashboardSubject(run.Holder, run.Runner, run.Taps.Traffic, run.Taps.Recording),
            new SimulationDoor(run.Runner, run.Runner.Completion),
            token is null ? BrowserToken.CreateRandom() : new BrowserToken(token), display.WriteLine));
        try
        {
            await dashboard.StartAsync(address);
            return dashboard.LoginAddress;
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw new CliException(ExitCode.Unavailable, $"the dashboard cannot be served at {address}: {problem.Message}",
                "--http chooses another address, --http off does without.");
        }
    }

    private T Keep<T>(T server)
        where T : IAsyncDisposable
    {
        open.Push(server);
        return server;
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

    private static BluezHolder ToBluez(VirtualHolder holder) =>
        new(holder.Peripheral, BluetoothAddress.OfUnit(holder.Identity.SerialNumber));

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
}
