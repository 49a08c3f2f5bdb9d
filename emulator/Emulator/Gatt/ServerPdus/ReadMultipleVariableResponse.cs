namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// The values of several attributes, each after its length (Core 6.0, Vol 3, Part F, 3.4.4.12).
/// <code>21 01 00 64 02 00 0F 00      values 64 and 0F 00</code>
/// </summary>
public readonly ref struct ReadMultipleVariableResponse
{
    private readonly ReadOnlySpan<byte> tuples;

    private ReadMultipleVariableResponse(ReadOnlySpan<byte> tuples) => this.tuples = tuples;

    /// <returns>False where the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadMultipleVariableResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadMultipleVariableResponse);
        response = new ReadMultipleVariableResponse(reader.ReadRest());
        return reader.IsComplete;
    }

    /// <summary>
    /// Adds a value to the PDU in <paramref name="pdu"/>, which begins with the first. The length told is that of
    /// the whole value, also where the MTU cuts it.
    /// </summary>
    /// <returns>False where not even the length has room; nothing is written then.</returns>
    public static bool TryAppend(Span<byte> pdu, ref int lengthBytes, ReadOnlySpan<byte> value)
    {
        var writer = new SpanWriter(pdu, lengthBytes);
        if (lengthBytes == 0)
        {
            writer.WriteOpcode(AttOpcode.ReadMultipleVariableResponse);
        }

        if (writer.FreeBytes < sizeof(ushort))
        {
            return false;
        }

        writer.WriteUInt16((ushort)value.Length);
        writer.WriteTruncated(value);
        lengthBytes = writer.LengthBytes;
        return true;
    }

    /// <summary>The values as they came, the last one perhaps cut by the MTU.</summary>
    public IReadOnlyList<byte[]> ToValues()
    {
        var values = new List<byte[]>();
        var reader = new SpanReader(tuples);
        while (reader.RemainingBytes >= sizeof(ushort))
        {
            int lengthBytes = reader.ReadUInt16();
            values.Add(reader.ReadBytes(Math.Min(lengthBytes, reader.RemainingBytes)).ToArray());
        }

        return values;
    }
}
