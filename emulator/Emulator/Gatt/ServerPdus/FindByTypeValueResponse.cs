namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// Where the attributes are: handle and end of group of each (Core 6.0, Vol 3, Part F, 3.4.3.4).
/// <code>07 01 00 09 00      group 0x0001 to 0x0009</code>
/// </summary>
public readonly ref struct FindByTypeValueResponse
{
    private const int PairBytes = 2 * sizeof(ushort);

    private readonly ReadOnlySpan<byte> pairs;

    private FindByTypeValueResponse(ReadOnlySpan<byte> pairs) => this.pairs = pairs;

    public int Count => pairs.Length / PairBytes;

    public (ushort FoundHandle, ushort GroupEndHandle) this[int index]
    {
        get
        {
            var reader = new SpanReader(pairs[(index * PairBytes)..]);
            return (reader.ReadUInt16(), reader.ReadUInt16());
        }
    }

    /// <returns>False where the opcode or the length is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out FindByTypeValueResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.FindByTypeValueResponse);
        response = new FindByTypeValueResponse(reader.ReadRest());
        return reader.IsComplete && response.Count > 0 && response.pairs.Length % PairBytes == 0;
    }

    /// <summary>Adds a pair to the PDU in <paramref name="pdu"/>, which begins with the first.</summary>
    /// <returns>False where it has no room; nothing is written then.</returns>
    public static bool TryAppend(Span<byte> pdu, ref int lengthBytes, ushort foundHandle, ushort groupEndHandle)
    {
        var writer = new SpanWriter(pdu, lengthBytes);
        if (lengthBytes == 0)
        {
            writer.WriteOpcode(AttOpcode.FindByTypeValueResponse);
        }

        if (writer.FreeBytes < PairBytes)
        {
            return false;
        }

        writer.WriteUInt16(foundHandle);
        writer.WriteUInt16(groupEndHandle);
        lengthBytes = writer.LengthBytes;
        return true;
    }
}
