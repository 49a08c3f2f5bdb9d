using System.Net;
using System.Net.Sockets;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>TCP. The host <c>*</c> means every interface; by default only this machine can connect.</summary>
internal sealed class TcpStreamListener : IStreamListener
{
    private const string EveryInterface = "*";

    private readonly Socket socket;

    public TcpStreamListener(PipeAddress address)
    {
        IPAddress host = Resolve(address);
        socket = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(host, address.Port));
            socket.Listen();
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new IOException($"{address} cannot be listened on: {failure.Message}", failure);
        }

        Address = PipeAddress.Tcp(host.ToString(), ((IPEndPoint)socket.LocalEndPoint!).Port).ToString();
    }

    public string Address { get; }

    public async ValueTask<TransportConnection?> AcceptAsync(CancellationToken cancellation)
    {
        Socket client = await socket.AcceptAsync(cancellation);

        // A reply is one small write; waiting to fill a segment would only add its 40 ms.
        client.NoDelay = true;
        return TransportConnection.FromStream(new SocketStream(client), $"tcp client {client.RemoteEndPoint}");
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IPAddress Resolve(PipeAddress address)
    {
        if (string.Equals(address.Name, EveryInterface, StringComparison.Ordinal))
        {
            return IPAddress.Any;
        }

        // An address is taken as it is: the resolver refuses those that mean every interface, 0.0.0.0 and ::.
        if (IPAddress.TryParse(address.Name, out IPAddress? given))
        {
            return given;
        }

        try
        {
            return Dns.GetHostAddresses(address.Name)[0];
        }
        catch (SocketException failure)
        {
            throw new IOException($"{address}: the host is not known: {failure.Message}", failure);
        }
    }
}
