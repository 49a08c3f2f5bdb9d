using System.Buffers.Binary;

namespace IqosDevice.Client.Att;

/// <summary>
/// L2CAP basic frames over a stream: length u16 LE, channel u16 LE, payload (Core 6.0, Vol 3, Part A, 3.1).
/// <code>03 00 04 00 | 0A 05 00   Read Request of handle 5 on the ATT channel</code>
/// One reader and one writer at a time.
/// </summary>
internal sealed class L2capStream(Stream stream) : IAsyncDisposable
{
    private const int HeaderBytes = 4;
    private const ushort AttChannel = 4;
    private const int MaxPayloadBytes = 1024;

    private readonly byte[] outgoing = new byte[HeaderBytes + MaxPayloadBytes];
    private byte[] incoming = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>Sends one ATT PDU.</summary>
    public ValueTask WriteAsync(ReadOnlySpan<byte> pdu, CancellationToken cancellation)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(outgoing, (ushort)pdu.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(outgoing.AsSpan(2), AttChannel);
        pdu.CopyTo(outgoing.AsSpan(HeaderBytes));
        return stream.WriteAsync(outgoing.AsMemory(0, HeaderBytes + pdu.Length), cancellation);
    }

    /// <summary>The next ATT PDU; valid until the next call. Empty at the end of the stream.</summary>
    /// <exception cref="HolderException">The stream does not carry L2CAP frames.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (TryTakeFrame(out ushort channel, out ReadOnlyMemory<byte> payload))
            {
                if (channel == AttChannel && payload.Length > 0)
                {
                    return payload;
                }

                continue;
            }

            MakeRoom();
            int count = await stream.ReadAsync(incoming.AsMemory(end), cancellation);
            if (count == 0)
            {
                return end == start
                    ? ReadOnlyMemory<byte>.Empty
                    : throw new HolderConnectionException("The stream ended in the middle of a frame.");
            }

            end += count;
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private bool TryTakeFrame(out ushort channel, out ReadOnlyMemory<byte> payload)
    {
        channel = 0;
        payload = default;
        ReadOnlySpan<byte> available = incoming.AsSpan(start, end - start);
        if (available.Length < HeaderBytes)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(available);
        if (length > MaxPayloadBytes)
        {
            throw new HolderException($"A frame of {length} bytes arrived; at most {MaxPayloadBytes} are allowed.");
        }

        if (available.Length < HeaderBytes + length)
        {
            return false;
        }

        channel = BinaryPrimitives.ReadUInt16LittleEndian(available[2..]);
        payload = incoming.AsMemory(start + HeaderBytes, length);
        start += HeaderBytes + length;
        return true;
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            incoming.AsSpan(start, end - start).CopyTo(incoming);
            end -= start;
            start = 0;
        }
    }
}
