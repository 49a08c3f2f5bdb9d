namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// The values of several attributes without anything between them (Core 6.0, Vol 3, Part F, 3.4.4.8).
/// <code>0F 64 0F 00         values 64 and 0F 00</code>
/// </summary>
public readonly ref struct ReadMultipleResponse
{
    public ReadMultipleResponse(ReadOnlySpan<byte> values)
    {
        Values = values;
    }

    /// <summary>The values; only who knows their lengths can tell them apart.</summary>
    public ReadOnlySpan<byte> Values { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadMultipleResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadMultipleResponse);
        response = new ReadMultipleResponse(reader.ReadRest());
        return reader.IsComplete;
    }

    /// <summary>Writes the PDU; what the MTU has no room for is left out.</summary>
    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ReadMultipleResponse);
        writer.WriteTruncated(Values);
    }
}
