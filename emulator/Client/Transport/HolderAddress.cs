using System.Globalization;
using System.IO.Pipes;
using System.Net.Sockets;

namespace IqosDevice.Client.Transport;

/// <summary>
/// Where a holder (or its control channel) listens: <c>unix:PATH</c>, <c>tcp:HOST:PORT</c>, <c>tcp:PORT</c>
/// (this machine) or <c>pipe:NAME</c> (Windows named pipe).
/// </summary>
internal static class HolderAddress
{
    /// <summary>Opens the stream.</summary>
    /// <exception cref="FormatException">The address has none of the forms above.</exception>
    /// <exception cref="HolderConnectionException">Nobody listens there.</exception>
    public static async Task<Stream> OpenAsync(string address, CancellationToken cancellation)
    {
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        string scheme = colon < 0 ? address : address[..colon];
        string rest = colon < 0 ? string.Empty : address[(colon + 1)..];
        if (rest.Length == 0 || scheme is not ("unix" or "tcp" or "pipe"))
        {
            throw new FormatException(
                $"'{address}' is no holder address; write unix:PATH, tcp:HOST:PORT, tcp:PORT or pipe:NAME.");
        }

        try
        {
            return scheme switch
            {
                "unix" => await OpenUnixAsync(rest, cancellation),
                "tcp" => await OpenTcpAsync(address, rest, cancellation),
                _ => await OpenPipeAsync(rest, cancellation),
            };
        }
        catch (Exception error) when (error is SocketException or IOException or TimeoutException)
        {
            throw new HolderConnectionException(
                $"No holder answers at {address}: {error.Message} Is 'iqos-emulator run' running?", error);
        }
    }

    private static async Task<Stream> OpenUnixAsync(string path, CancellationToken cancellation)
    {
        UnixDomainSocketEndPoint endPoint;
        try
        {
            endPoint = new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"The path {path} is too long for a socket.", error);
        }

        return await ConnectAsync(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), endPoint, cancellation);
    }

    private static async Task<Stream> OpenTcpAsync(string address, string rest, CancellationToken cancellation)
    {
        int colon = rest.LastIndexOf(':');
        string host = colon < 0 ? "127.0.0.1" : rest[..colon].Trim('[', ']');
        if (!ushort.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) || port == 0)
        {
            throw new FormatException($"'{address}' names no TCP port; write tcp:HOST:PORT with a port of 1 to 65535.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        return await ConnectAsync(socket, new System.Net.DnsEndPoint(host, port), cancellation);
    }

    private static async Task<Stream> ConnectAsync(Socket socket, System.Net.EndPoint endPoint, CancellationToken cancellation)
    {
        try
        {
            await socket.ConnectAsync(endPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> OpenPipeAsync(string name, CancellationToken cancellation)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync(TimeSpan.FromSeconds(2), cancellation);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }
}
