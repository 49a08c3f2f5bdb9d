namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// Handles and types, all of them short or all of them long (Core 6.0, Vol 3, Part F, 3.4.3.2).
/// <code>05 01 01 00 00 28 02 00 03 28      format 1: 0x0001 is a 2800, 0x0002 a 2803</code>
/// </summary>
public readonly ref struct FindInformationResponse
{
    private const byte ShortFormat = 0x01;
    private const byte LongFormat = 0x02;

    private readonly ReadOnlySpan<byte> pairs;
    private readonly int typeBytes;

    private FindInformationResponse(ReadOnlySpan<byte> pairs, int typeBytes)
    {
        this.pairs = pairs;
        this.typeBytes = typeBytes;
    }

    public int Count => pairs.Length / PairBytes;

    private int PairBytes => sizeof(ushort) + typeBytes;

    public (ushort Handle, Uuid Type) this[int index]
    {
        get
        {
            var reader = new SpanReader(pairs[(index * PairBytes)..]);
            return (reader.ReadUInt16(), reader.ReadUuid(typeBytes));
        }
    }

    /// <returns>False where the opcode, the format or the length is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out FindInformationResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.FindInformationResponse);
        byte format = reader.ReadByte();
        response = new FindInformationResponse(reader.ReadRest(), format == ShortFormat ? Uuid.ShortBytes : Uuid.LongBytes);
        return reader.IsComplete && format is ShortFormat or LongFormat
            && response.Count > 0 && response.pairs.Length % response.PairBytes == 0;
    }

    /// <summary>Adds a pair to the PDU in <paramref name="pdu"/>, which begins with the first.</summary>
    /// <returns>False where it has no room, or another format than the first; nothing is written then.</returns>
    public static bool TryAppend(Span<byte> pdu, ref int lengthBytes, ushort handle, Uuid type)
    {
        byte format = type.IsShort ? ShortFormat : LongFormat;
        var writer = new SpanWriter(pdu, lengthBytes);
        if (lengthBytes == 0)
        {
            writer.WriteOpcode(AttOpcode.FindInformationResponse);
            writer.WriteByte(format);
        }

        var header = new SpanReader(writer.Written);
        header.Expect(AttOpcode.FindInformationResponse);
        if (header.ReadByte() != format || writer.FreeBytes < sizeof(ushort) + type.SizeBytes)
        {
            return false;
        }

        writer.WriteUInt16(handle);
        writer.WriteUuid(type);
        lengthBytes = writer.LengthBytes;
        return true;
    }
}
