using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Endpoints.Pipe;

/// <summary>
/// The pipe: a stream that carries what the air carries, L2CAP frames with ATT in them. Connecting to the stream
/// is connecting to the holder; while one client is connected, another is refused.
/// </summary>
public sealed class PipeServer : IAsyncDisposable
{
    /// <summary>What may wait for a client that reads slowly: some 1000 notifications of 240 bytes.</summary>
    private const int OutboundBytes = 256 * 1024;

    /// <summary>
    /// Connections that may exist at a time: the one that is served, the one that waits, and many that are about to be
    /// refused, as a client in a tight loop leaves behind.
    /// </summary>
    private const int MostSessions = 256;

    private readonly StreamServer server;

    private PipeServer(StreamServer server) => this.server = server;

    /// <summary>Where clients connect.</summary>
    public string Address => server.Address;

    /// <summary>Completes when no client can come any more, as after the end of standard input.</summary>
    public Task Completion => server.Completion;

    /// <summary>Begins to serve.</summary>
    /// <param name="listener">Disposed with the server.</param>
    /// <param name="peripheral">Used inside the simulation only.</param>
    /// <param name="inbox">The way in.</param>
    /// <param name="log">Gets a line for each client that comes, goes or is refused; called on any thread.</param>
    public static PipeServer Start(
        IStreamListener listener, GattPeripheral peripheral, ISimulationInbox inbox, Action<string>? log = null)
    {
        Action<string> lines = log ?? (static _ => { });
        var door = new PipeDoor();
        return new PipeServer(StreamServer.Start(listener, MostSessions, lines, connection =>
            new StreamSession(connection, new PipeConnection(peripheral, door, lines), inbox, OutboundBytes, lines)));
    }

    /// <summary>Stops listening and ends the connection.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
