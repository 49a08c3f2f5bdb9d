namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// Handles and values, all values of one length (Core 6.0, Vol 3, Part F, 3.4.4.2).
/// <code>09 07 02 00 02 03 00 24 2A      7 bytes each: 0x0002 declares a readable 2A24 with its value at 0x0003</code>
/// </summary>
public readonly ref struct ReadByTypeResponse
{
    /// <summary>The length of a pair is told in one byte, so a value has 253 bytes at most.</summary>
    private const int LongestValueBytes = byte.MaxValue - sizeof(ushort);

    private readonly ReadOnlySpan<byte> pairs;
    private readonly int pairBytes;

    private ReadByTypeResponse(ReadOnlySpan<byte> pairs, int pairBytes)
    {
        this.pairs = pairs;
        this.pairBytes = pairBytes;
    }

    public int Count => pairs.Length / pairBytes;

    public ushort HandleAt(int index) => new SpanReader(pairs[(index * pairBytes)..]).ReadUInt16();

    public ReadOnlySpan<byte> ValueAt(int index) => pairs.Slice((index * pairBytes) + sizeof(ushort), pairBytes - sizeof(ushort));

    /// <returns>False where the opcode or a length is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadByTypeResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadByTypeResponse);
        byte toldBytes = reader.ReadByte();
        response = new ReadByTypeResponse(reader.ReadRest(), Math.Max(toldBytes, (byte)1));
        return reader.IsComplete && toldBytes >= sizeof(ushort) && response.Count > 0 && response.pairs.Length % toldBytes == 0;
    }

    /// <summary>
    /// Adds a pair to the PDU in <paramref name="pdu"/>, which begins with the first. The first value is cut
    /// where it does not fit; all others must fit whole, and have its length.
    /// </summary>
    /// <returns>False where it has no room, or another length than the first; nothing is written then.</returns>
    public static bool TryAppend(Span<byte> pdu, ref int lengthBytes, ushort handle, ReadOnlySpan<byte> value)
    {
        var writer = new SpanWriter(pdu, lengthBytes);
        if (lengthBytes == 0)
        {
            int room = Math.Min(LongestValueBytes, writer.FreeBytes - sizeof(AttOpcode) - sizeof(byte) - sizeof(ushort));
            value = value[..Math.Min(value.Length, room)];
            writer.WriteOpcode(AttOpcode.ReadByTypeResponse);
            writer.WriteByte((byte)(sizeof(ushort) + value.Length));
        }

        int entryBytes = sizeof(ushort) + value.Length;
        var header = new SpanReader(writer.Written);
        header.Expect(AttOpcode.ReadByTypeResponse);
        if (header.ReadByte() != entryBytes || writer.FreeBytes < entryBytes)
        {
            return false;
        }

        writer.WriteUInt16(handle);
        writer.WriteBytes(value);
        lengthBytes = writer.LengthBytes;
        return true;
    }
}
