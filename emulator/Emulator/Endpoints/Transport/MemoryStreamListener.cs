using System.Threading.Channels;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>Connections within the process, for tests and for programs that embed a holder.</summary>
public sealed class MemoryStreamListener : IStreamListener
{
    private readonly Channel<TransportConnection> accepted = Channel.CreateUnbounded<TransportConnection>();
    private int connectedCount;

    public string Address => "memory";

    /// <summary>Connects, and gives the client's end, which the caller owns.</summary>
    /// <param name="credentials">Who connects, for a test; null for this process.</param>
    public TransportConnection Connect(PeerCredentials? credentials = null)
    {
        var toServer = new System.IO.Pipelines.Pipe();
        var toClient = new System.IO.Pipelines.Pipe();
        string peer = $"memory client {Interlocked.Increment(ref connectedCount)}";
        var server = new TransportConnection(toServer.Reader, toClient.Writer, peer) { Credentials = credentials ?? PeerCredentials.OfThisProcess };
        return accepted.Writer.TryWrite(server)
            ? new TransportConnection(toClient.Reader, toServer.Writer, "holder")
            : throw new IOException("Nobody listens any more.");
    }

    public async ValueTask<TransportConnection?> AcceptAsync(CancellationToken cancellation) =>
        await accepted.Reader.WaitToReadAsync(cancellation) && accepted.Reader.TryRead(out TransportConnection? connection)
            ? connection
            : null;

    public async ValueTask DisposeAsync()
    {
        accepted.Writer.TryComplete();
        while (accepted.Reader.TryRead(out TransportConnection? connection))
        {
            await connection.DisposeAsync();
        }
    }
}
