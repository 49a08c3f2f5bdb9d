using System.Buffers.Binary;
using System.Net.Sockets;

namespace IqosDevice.Cli.Tests.Running;

/// <summary>
/// A central at the other end of the pipe, written from the specifications alone: L2CAP basic frames (length u16 LE,
/// channel u16 LE, 4 = ATT), one ATT request at a time (Core 6.0, Vol 3, Part F).
/// </summary>
internal sealed class PipeClient : IAsyncDisposable
{
    private const ushort AttChannel = 4;
    private const byte ErrorResponse = 0x01;
    private const byte Notification = 0x1B;

    private readonly Stream stream;
    private readonly Queue<(ushort Handle, byte[] Value)> notifications = new();

    private PipeClient(Stream stream) => this.stream = stream;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Connects to a Unix socket and agrees on an MTU of 247.</summary>
    public static async Task<PipeClient> ConnectAsync(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), Cancellation);
        var client = new PipeClient(new NetworkStream(socket, ownsSocket: true));
        await client.RequestAsync([0x02, 0xF7, 0x00], 0x03);
        return client;
    }

    /// <summary>Finds the handle of a characteristic's value (Read By Type of declarations, 0x2803).</summary>
    public async Task<ushort> FindAsync(string uuid)
    {
        byte[] wanted = Guid.Parse(uuid).ToByteArray(bigEndian: true);
        Array.Reverse(wanted);
        for (ushort start = 1; ;)
        {
            byte[] found = await RequestAsync([0x08, (byte)start, (byte)(start >> 8), 0xFF, 0xFF, 0x03, 0x28], 0x09);
            int entryBytes = found[1];
            for (int offset = 2; offset < found.Length; offset += entryBytes)
            {
                // Declaration handle, properties, value handle, UUID.
                start = (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(found.AsSpan(offset)) + 1);
                if (found.AsSpan(offset + 5, entryBytes - 5).SequenceEqual(wanted))
                {
                    return BinaryPrimitives.ReadUInt16LittleEndian(found.AsSpan(offset + 3));
                }
            }
        }
    }

    /// <summary>Subscribes to notifications; the descriptor follows the value.</summary>
    public Task SubscribeAsync(ushort handle) => WriteAsync((ushort)(handle + 1), [0x01, 0x00]);

    public async Task<byte[]> ReadAsync(ushort handle) =>
        (await RequestAsync([0x0A, (byte)handle, (byte)(handle >> 8)], 0x0B))[1..];

    public Task WriteAsync(ushort handle, byte[] value) =>
        RequestAsync([0x12, (byte)handle, (byte)(handle >> 8), .. value], 0x13);

    /// <summary>The next notification, whichever came first.</summary>
    public async Task<(ushort Handle, byte[] Value)> NextNotificationAsync()
    {
        while (notifications.Count == 0)
        {
            byte[] pdu = await ReadPduAsync();
            pdu[0].ShouldBe(Notification);
            Keep(pdu);
        }

        return notifications.Dequeue();
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<byte[]> RequestAsync(byte[] request, byte responseOpcode)
    {
        byte[] frame = new byte[4 + request.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(frame, (ushort)request.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(2), AttChannel);
        request.CopyTo(frame, 4);
        await stream.WriteAsync(frame, Cancellation);
        while (true)
        {
            byte[] pdu = await ReadPduAsync();
            if (pdu[0] == responseOpcode)
            {
                return pdu;
            }

            pdu[0].ShouldNotBe(ErrorResponse, Convert.ToHexString(pdu));
            Keep(pdu);
        }
    }

    private async Task<byte[]> ReadPduAsync()
    {
        byte[] header = new byte[4];
        await stream.ReadExactlyAsync(header, Cancellation);
        BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(2)).ShouldBe(AttChannel);
        byte[] pdu = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header)];
        await stream.ReadExactlyAsync(pdu, Cancellation);
        return pdu;
    }

    private void Keep(byte[] notification) =>
        notifications.Enqueue((BinaryPrimitives.ReadUInt16LittleEndian(notification.AsSpan(1)), notification[3..]));
}
