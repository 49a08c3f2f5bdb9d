using System.Buffers.Binary;

namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// Writes little-endian fields one after the other. Writing beyond the end is a defect of the caller, and throws.
/// </summary>
public ref struct SpanWriter
{
    private readonly Span<byte> buffer;

    /// <summary>Starts at a position, to go on with a PDU begun before.</summary>
    public SpanWriter(Span<byte> buffer, int position = 0)
    {
        this.buffer = buffer;
        LengthBytes = position;
    }

    /// <summary>Bytes written so far.</summary>
    public int LengthBytes { get; private set; }

    public readonly int FreeBytes => buffer.Length - LengthBytes;

    /// <summary>What has been written.</summary>
    public readonly ReadOnlySpan<byte> Written => buffer[..LengthBytes];

    public void WriteOpcode(AttOpcode opcode) => WriteByte((byte)opcode);

    public void WriteByte(byte value)
    {
        buffer[LengthBytes] = value;
        LengthBytes += sizeof(byte);
    }

    public void WriteUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(buffer[LengthBytes..], value);
        LengthBytes += sizeof(ushort);
    }

    /// <summary>Writes 2 or 16 bytes, whichever the UUID has on the air.</summary>
    public void WriteUuid(Uuid value)
    {
        if (value.IsShort)
        {
            WriteUInt16(value.ShortValue);
            return;
        }

        Span<byte> field = buffer.Slice(LengthBytes, Uuid.LongBytes);
        value.Value.TryWriteBytes(field, bigEndian: true, out _);
        field.Reverse();
        LengthBytes += Uuid.LongBytes;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer[LengthBytes..]);
        LengthBytes += bytes.Length;
    }

    /// <summary>Writes as much as fits and leaves out the rest, as ATT does with values longer than the MTU allows.</summary>
    public void WriteTruncated(ReadOnlySpan<byte> bytes) => WriteBytes(bytes[..Math.Min(bytes.Length, FreeBytes)]);
}
