using System.IO.Pipelines;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>One end of a stream of bytes, whatever carries it. Owns what it was made from.</summary>
public sealed class TransportConnection : IDuplexPipe, IAsyncDisposable
{
    private const int ReadBufferBytes = 16 * 1024;

    private readonly Stream? owned;

    /// <summary>Bytes in, bytes out; <paramref name="owned"/> is disposed with the connection.</summary>
    public TransportConnection(PipeReader input, PipeWriter output, string peer, Stream? owned = null)
    {
        Input = input;
        Output = output;
        Peer = peer;
        this.owned = owned;
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    /// <summary>Who is at the other end, for the log.</summary>
    public string Peer { get; }

    /// <summary>Who that is by the kernel's word; null where it gives none.</summary>
    public PeerCredentials? Credentials { get; init; }

    public static TransportConnection FromStream(Stream stream, string peer, PeerCredentials? credentials = null) => new(
        PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBufferBytes, leaveOpen: true)),
        PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true)),
        peer,
        stream)
    {
        Credentials = credentials,
    };

    /// <summary>Ends reads and writes that wait. Thread-safe.</summary>
    public void Abort()
    {
        Input.CancelPendingRead();
        Output.CancelPendingFlush();
    }

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await Output.CompleteAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }
}
