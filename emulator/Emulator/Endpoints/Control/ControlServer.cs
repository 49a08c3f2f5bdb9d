using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Endpoints.Control;

/// <summary>
/// The control channel: JSON, one object a line, several clients at once. It carries lines and knows nothing of
/// what they mean.
/// </summary>
public sealed class ControlServer : IAsyncDisposable
{
    /// <summary>Clients at a time.</summary>
    public const int MostClients = 16;

    /// <summary>What may wait for a client that reads slowly.</summary>
    private const int OutboundBytes = 1024 * 1024;

    private readonly StreamServer server;

    private ControlServer(StreamServer server) => this.server = server;

    /// <summary>Where clients connect.</summary>
    public string Address => server.Address;

    /// <summary>Completes when no client can come any more.</summary>
    public Task Completion => server.Completion;

    /// <summary>Begins to serve.</summary>
    /// <param name="listener">Disposed with the server.</param>
    /// <param name="handler">Gets each line, inside the simulation.</param>
    /// <param name="inbox">The way in.</param>
    /// <param name="log">Gets a line for each client that comes, goes or misbehaves; called on any thread.</param>
    public static ControlServer Start(
        IStreamListener listener, ControlHandler handler, ISimulationInbox inbox, Action<string>? log = null)
    {
        Action<string> lines = log ?? (static _ => { });
        return new ControlServer(StreamServer.Start(listener, MostClients, lines, connection =>
            new StreamSession(connection, new ControlConnection(handler, lines), inbox, OutboundBytes, lines)));
    }

    /// <summary>Stops listening and ends every connection.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
