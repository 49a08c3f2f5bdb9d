using System.Buffers;
using System.Buffers.Binary;

namespace IqosDevice.Emulator.Endpoints.Pipe;

/// <summary>
/// L2CAP basic frame (Core 6.0, Vol 3, Part A, 3.1): length of the payload u16 LE, channel u16 LE, payload.
/// <code>03 00 04 00 0A 03 00      3 bytes on channel 4 (ATT): Read Request of handle 0x0003</code>
/// </summary>
/// <param name="ChannelId">Fixed channels of LE (Part A, 2.1): 4 = ATT, 5 = signalling, 6 = SMP.</param>
/// <param name="Payload">Valid as long as the input that it was read from.</param>
public readonly record struct L2capFrame(ushort ChannelId, ReadOnlySequence<byte> Payload)
{
    public const ushort AttChannelId = 0x0004;

    public const int HeaderBytes = 4;

    /// <summary>Twice the largest ATT PDU; nothing else has business here.</summary>
    public const int MostPayloadBytes = 1024;

    /// <summary>Takes a frame from the front of the input.</summary>
    /// <returns>False where more bytes are needed; the input is untouched then.</returns>
    /// <exception cref="ProtocolException">The header tells more than <see cref="MostPayloadBytes"/>.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> input, out L2capFrame frame)
    {
        frame = default;
        if (input.Length < HeaderBytes)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        input.Slice(0, HeaderBytes).CopyTo(header);
        ushort payloadBytes = BinaryPrimitives.ReadUInt16LittleEndian(header);
        ushort channelId = BinaryPrimitives.ReadUInt16LittleEndian(header[sizeof(ushort)..]);
        if (payloadBytes > MostPayloadBytes)
        {
            throw new ProtocolException($"an L2CAP frame of {payloadBytes} bytes, at most {MostPayloadBytes} are allowed", 0);
        }

        if (input.Length < HeaderBytes + payloadBytes)
        {
            return false;
        }

        frame = new L2capFrame(channelId, input.Slice(HeaderBytes, payloadBytes));
        input = input.Slice(HeaderBytes + payloadBytes);
        return true;
    }

    /// <summary>Writes the header that goes before a payload.</summary>
    public static void WriteHeader(Span<byte> header, ushort channelId, int payloadBytes)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, (ushort)payloadBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[sizeof(ushort)..], channelId);
    }
}
