using System.Net.Sockets;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// A Unix domain socket, for the user alone. A socket file that nobody listens on, as a crash leaves it, is
/// replaced; one that is served, or another kind of file, is not touched.
/// </summary>
internal sealed class UnixStreamListener : IStreamListener
{
    private readonly Socket socket;
    private readonly string path;
    private int acceptedCount;

    public UnixStreamListener(PipeAddress address)
    {
        path = address.Name;
        Address = address.ToString();
        CheckFolder();
        RemoveStaleSocket();
        socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            socket.Listen();
        }
        catch (Exception failure) when (failure is SocketException or ArgumentException or UnauthorizedAccessException)
        {
            socket.Dispose();
            throw new IOException($"{Address} cannot be listened on: {failure.Message}", failure);
        }
    }

    public string Address { get; }

    public async ValueTask<TransportConnection?> AcceptAsync(CancellationToken cancellation)
    {
        Socket client = await socket.AcceptAsync(cancellation);
        return TransportConnection.FromStream(
            new SocketStream(client), $"unix client {++acceptedCount}", PeerCredentials.Of(client));
    }

    public ValueTask DisposeAsync()
    {
        // Disposing a bound socket removes its file, too.
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private void CheckFolder()
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new IOException($"{Address} cannot be listened on: there is no folder {folder}.");
        }
    }

    private void RemoveStaleSocket()
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (IsServed())
        {
            throw new IOException($"{Address} is in use: another process listens there.");
        }

        if (IsOrdinaryFile())
        {
            throw new IOException($"{Address} is a file and not a socket; it is left as it is.");
        }

        File.Delete(path);
    }

    /// <summary>
    /// A stream that connects would take the holder's one link from whoever wants it. A datagram socket cannot, and
    /// the error tells what is there: the wrong type where a socket lives, a refusal where it is dead.
    /// </summary>
    private bool IsServed()
    {
        bool hasDatagrams = !OperatingSystem.IsWindows();
        SocketType type = hasDatagrams ? SocketType.Dgram : SocketType.Stream;
        using var probe = new Socket(AddressFamily.Unix, type, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ProtocolType;
        }
    }

    /// <summary>A socket cannot be opened as a file.</summary>
    private bool IsOrdinaryFile()
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
