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

    private readonly CancellationTokenSource ending = new();
    private readonly ISimulationInbox inbox;
    private readonly MessageBus bus = new();
    private readonly BluezDaemon daemon;
    private readonly StreamServer server;
    private readonly Task ticking;

    private BluezServer(IStreamListener listener, IReadOnlyList<BluezHolder> holders, ISimulationInbox inbox, Action<string> log)
    {
        this.inbox = inbox;
        daemon = new BluezDaemon(bus, holders, work => _ = LaterAsync(work));
        server = StreamServer.Start(listener, MostConnections, log, connection =>
            new StreamSession(connection, new BusConnection(bus, ClientLeft), inbox, OutboundBytes, log));
        ticking = TickAsync();
    }

    /// <summary>Where clients connect, as an address of ours: <c>unix:PATH</c>.</summary>
    public string Address => server.Address;

    /// <summary>Begins to serve.</summary>
    /// <param name="listener">Disposed with the server; its connections have credentials.</param>
    /// <param name="holders">The holders in reach; used on the simulation's thread only.</param>
    /// <param name="inbox">The way to that thread.</param>
    /// <param name="log">Gets a line for each connection that comes, goes or misbehaves; called on any thread.</param>
    public static BluezServer Start(
        IStreamListener listener, IReadOnlyList<BluezHolder> holders, ISimulationInbox inbox, Action<string>? log = null) =>
        new(listener, holders, inbox, log ?? (static _ => { }));

    /// <summary>Stops listening and ends every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await ticking;
        await server.DisposeAsync();
        ending.Dispose();
    }

    private void ClientLeft(BusConnection client) =>
        daemon.ClientLeft(client, isLast: bus.Clients.All(other => other.Process != client.Process));

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(BluezDaemon.TickTime);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                inbox.Post(daemon.Tick);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked for by DisposeAsync.
        }
    }

    private async Task LaterAsync(Action work)
    {
        try
        {
            await Task.Delay(BluezDaemon.MomentTime, ending.Token);
            inbox.Post(work);
        }
        catch (OperationCanceledException)
        {
            // Nobody is there any more.
        }
    }
}
