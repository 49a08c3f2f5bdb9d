using System.Buffers.Binary;

namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// Reads little-endian fields one after the other. A read beyond the end gives zeros and sticks as
/// <see cref="Failed"/>, so a parser reads all its fields and asks once, with <see cref="IsComplete"/>.
/// </summary>
public ref struct SpanReader
{
    private ReadOnlySpan<byte> rest;

    public SpanReader(ReadOnlySpan<byte> bytes) => rest = bytes;

    /// <summary>A field lay beyond the end, or was not the one expected.</summary>
    public bool Failed { get; private set; }

    public readonly int RemainingBytes => rest.Length;

    /// <summary>Every field was there, and nothing is left.</summary>
    public readonly bool IsComplete => !Failed && rest.IsEmpty;

    /// <summary>Takes an opcode; any other fails.</summary>
    public void Expect(AttOpcode opcode) => Failed |= ReadByte() != (byte)opcode;

    public byte ReadByte()
    {
        ReadOnlySpan<byte> field = ReadBytes(sizeof(byte));
        return field.IsEmpty ? (byte)0 : field[0];
    }

    public ushort ReadUInt16()
    {
        ReadOnlySpan<byte> field = ReadBytes(sizeof(ushort));
        return field.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16LittleEndian(field);
    }

    /// <summary>Takes a UUID of 2 or 16 bytes; any other size fails.</summary>
    public Uuid ReadUuid(int sizeBytes)
    {
        if (sizeBytes == Uuid.ShortBytes)
        {
            return Uuid.FromShort(ReadUInt16());
        }

        ReadOnlySpan<byte> field = ReadBytes(Uuid.LongBytes);
        Failed |= sizeBytes != Uuid.LongBytes;
        if (field.IsEmpty)
        {
            return default;
        }

        Span<byte> bigEndian = stackalloc byte[Uuid.LongBytes];
        field.CopyTo(bigEndian);
        bigEndian.Reverse();
        return new Uuid(new Guid(bigEndian, bigEndian: true));
    }

    /// <summary>Takes a number of bytes, or none and fails.</summary>
    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count > rest.Length)
        {
            Failed = true;
            rest = default;
            return default;
        }

        ReadOnlySpan<byte> field = rest[..count];
        rest = rest[count..];
        return field;
    }

    /// <summary>Takes everything that is left.</summary>
    public ReadOnlySpan<byte> ReadRest() => ReadBytes(rest.Length);
}
