using System.Buffers.Binary;
using System.Net.Sockets;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>The least that a client can do: blocking calls on a socket, frames by hand. The yardstick for the others.</summary>
internal sealed class RawAttClient : IDisposable
{
    private const int HeaderBytes = 4;
    private const byte AttChannel = 4;

    private readonly Socket socket;
    private readonly byte[] incoming = new byte[64 * 1024];
    private int start;
    private int end;

    private RawAttClient(Socket socket) => this.socket = socket;

    public static RawAttClient Connect(string path)
    {
        var client = new RawAttClient(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified));
        client.socket.Connect(new UnixDomainSocketEndPoint(path));
        client.Ask([0x02, 247, 0]);
        return client;
    }

    /// <summary>Reads a value.</summary>
    /// <returns>Its bytes.</returns>
    public int Read(ushort handle) => Ask([0x0A, (byte)handle, (byte)(handle >> 8)]) - 1;

    /// <summary>Writes a CCCD.</summary>
    public void Subscribe(ushort cccdHandle) => Ask([0x12, (byte)cccdHandle, (byte)(cccdHandle >> 8), 1, 0]);

    /// <summary>Waits for a PDU of any kind.</summary>
    /// <returns>Its bytes, opcode included.</returns>
    public int Receive()
    {
        while (end - start < HeaderBytes || end - start < HeaderBytes + PayloadBytes)
        {
            Fill();
        }

        int bytes = PayloadBytes;
        start += HeaderBytes + bytes;
        return bytes;
    }

    public void Dispose() => socket.Dispose();

    private int PayloadBytes => BinaryPrimitives.ReadUInt16LittleEndian(incoming.AsSpan(start));

    private int Ask(ReadOnlySpan<byte> pdu)
    {
        Span<byte> frame = stackalloc byte[HeaderBytes + pdu.Length];
        frame[0] = (byte)pdu.Length;
        frame[1] = 0;
        frame[2] = AttChannel;
        frame[3] = 0;
        pdu.CopyTo(frame[HeaderBytes..]);
        socket.Send(frame);
        return Receive();
    }

    private void Fill()
    {
        incoming.AsSpan(start, end - start).CopyTo(incoming);
        end -= start;
        start = 0;
        int count = socket.Receive(incoming.AsSpan(end));
        end += count > 0 ? count : throw new EndOfStreamException("The emulator closed the connection.");
    }
}
