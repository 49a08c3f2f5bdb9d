namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// A value from the offset asked for, up to MTU - 1 bytes of it (Core 6.0, Vol 3, Part F, 3.4.4.6).
/// <code>0D 36 37            36 37</code>
/// </summary>
public readonly ref struct ReadBlobResponse
{
    public ReadBlobResponse(ReadOnlySpan<byte> part)
    {
        Part = part;
    }

    /// <summary>The value from the offset on; empty at its end.</summary>
    public ReadOnlySpan<byte> Part { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadBlobResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadBlobResponse);
        response = new ReadBlobResponse(reader.ReadRest());
        return reader.IsComplete;
    }

    /// <summary>Writes the PDU; what the MTU has no room for is left out.</summary>
    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ReadBlobResponse);
        writer.WriteTruncated(Part);
    }
}
