namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// A value, up to MTU - 1 bytes of it (Core 6.0, Vol 3, Part F, 3.4.4.4).
/// <code>0B 64               value 64</code>
/// </summary>
public readonly ref struct ReadResponse
{
    public ReadResponse(ReadOnlySpan<byte> value)
    {
        Value = value;
    }

    /// <summary>The value's beginning.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadResponse);
        response = new ReadResponse(reader.ReadRest());
        return reader.IsComplete;
    }

    /// <summary>Writes the PDU; what the MTU has no room for is left out.</summary>
    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ReadResponse);
        writer.WriteTruncated(Value);
    }
}
