namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Writes a value and wants an answer (Core 6.0, Vol 3, Part F, 3.4.5.1).
/// <code>12 05 00 01 00      handle 0x0005, value 01 00</code>
/// </summary>
public readonly ref struct WriteRequest
{
    public WriteRequest(ushort handle, ReadOnlySpan<byte> value)
    {
        Handle = handle;
        Value = value;
    }

    public ushort Handle { get; }

    /// <summary>The new value.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out WriteRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.WriteRequest);
        ushort handle = reader.ReadUInt16();
        request = new WriteRequest(handle, reader.ReadRest());
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.WriteRequest);
        writer.WriteUInt16(Handle);
        writer.WriteBytes(Value);
    }
}
