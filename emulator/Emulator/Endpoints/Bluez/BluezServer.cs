using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.Daemon;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Endpoints.Bluez;

/// <summary>
/// The system bus of Linux with BlueZ on it, on a Unix socket: a program that speaks to BlueZ meets the holders, once
/// DBUS_SYSTEM_BUS_ADDRESS leads it here.
/// </summary>
public sealed class BluezServer : IAsyncDisposable
{
    /// <summary>Connections at a time; libraries open two or three for a client.</summary>
    public const int MostConnections = 512;

    /// <summary>What may wait for a client that reads slowly: some 2000 notifications of 240 bytes.</summary>
    private const int OutboundBytes = 1024 * 1024;

    private readonly StreamServer server;
    private readonly CancellationTokenSource ending;
    private Task ticking = Task.CompletedTask;

    private BluezServer(StreamServer server, CancellationTokenSource ending)
    {
        this.server = server;
        this.ending = ending;
    }

    /// <summary>Where clients connect, as an address of ours: <c>unix:PATH</c>.</summary>
    public string Address => server.Address;

    /// <summary>Begins to serve.</summary>
    /// <param name="listener">Disposed with the server; its connections have credentials.</param>
    /// <param name="holders">The holders in reach; used on the simulation's thread only.</param>
    /// <param name="inbox">The way to that thread.</param>
    /// <param name="log">Gets a line for each connection that comes, goes or misbehaves; called on any thread.</param>
    public static BluezServer Start(
        IStreamListener listener, IReadOnlyList<BluezHolder> holders, ISimulationInbox inbox, Action<string>? log = null)
    {
        Action<string> lines = log ?? (static _ => { });
        var bus = new MessageBus();
        var ending = new CancellationTokenSource();
        void Later(Action work) => Task.Delay(BluezDaemon.MomentTime, ending.Token)
            .ContinueWith(_ => inbox.Post(work), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        var daemon = new BluezDaemon(bus, holders, Later);
        void Left(BusConnection client) => daemon.ClientLeft(client, isLast: bus.Clients.All(other => other.Process != client.Process));
        var server = new BluezServer(StreamServer.Start(listener, MostConnections, lines, connection =>
            new StreamSession(connection, new BusConnection(bus, Left), inbox, OutboundBytes, lines)), ending);
        server.ticking = server.TickAsync(inbox, daemon.Tick);
        return server;
    }

    /// <summary>Stops listening and ends every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await ticking;
        await server.DisposeAsync();
        ending.Dispose();
    }

    private async Task TickAsync(ISimulationInbox inbox, Action tick)
    {
        using var timer = new PeriodicTimer(BluezDaemon.TickTime);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                inbox.Post(tick);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked for by DisposeAsync.
        }
    }
}
