namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// Groups with their ends and values, all values of one length (Core 6.0, Vol 3, Part F, 3.4.4.10).
/// <code>11 06 01 00 09 00 0A 18      6 bytes each: service 180A from 0x0001 to 0x0009</code>
/// </summary>
public readonly ref struct ReadByGroupTypeResponse
{
    private const int RangeBytes = 2 * sizeof(ushort);

    private readonly ReadOnlySpan<byte> groups;
    private readonly int groupBytes;

    private ReadByGroupTypeResponse(ReadOnlySpan<byte> groups, int groupBytes)
    {
        this.groups = groups;
        this.groupBytes = groupBytes;
    }

    public int Count => groups.Length / groupBytes;

    public (ushort StartHandle, ushort EndHandle) RangeAt(int index)
    {
        var reader = new SpanReader(groups[(index * groupBytes)..]);
        return (reader.ReadUInt16(), reader.ReadUInt16());
    }

    public ReadOnlySpan<byte> ValueAt(int index) => groups.Slice((index * groupBytes) + RangeBytes, groupBytes - RangeBytes);

    /// <returns>False where the opcode or a length is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadByGroupTypeResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadByGroupTypeResponse);
        byte toldBytes = reader.ReadByte();
        response = new ReadByGroupTypeResponse(reader.ReadRest(), Math.Max(toldBytes, (byte)1));
        return reader.IsComplete && toldBytes >= RangeBytes && response.Count > 0 && response.groups.Length % toldBytes == 0;
    }

    /// <summary>Adds a group to the PDU in <paramref name="pdu"/>, which begins with the first.</summary>
    /// <returns>False where it has no room, or a value of another length than the first; nothing is written then.</returns>
    public static bool TryAppend(
        Span<byte> pdu, ref int lengthBytes, ushort startHandle, ushort endHandle, ReadOnlySpan<byte> value)
    {
        int entryBytes = RangeBytes + value.Length;
        var writer = new SpanWriter(pdu, lengthBytes);
        if (lengthBytes == 0)
        {
            writer.WriteOpcode(AttOpcode.ReadByGroupTypeResponse);
            writer.WriteByte((byte)entryBytes);
        }

        var header = new SpanReader(writer.Written);
        header.Expect(AttOpcode.ReadByGroupTypeResponse);
        if (header.ReadByte() != entryBytes || writer.FreeBytes < entryBytes)
        {
            return false;
        }

        writer.WriteUInt16(startHandle);
        writer.WriteUInt16(endHandle);
        writer.WriteBytes(value);
        lengthBytes = writer.LengthBytes;
        return true;
    }
}
