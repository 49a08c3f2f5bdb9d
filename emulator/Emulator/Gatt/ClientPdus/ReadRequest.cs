namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks for a value from its beginning (Core 6.0, Vol 3, Part F, 3.4.4.3).
/// <code>0A 03 00            handle 0x0003</code>
/// </summary>
public readonly record struct ReadRequest(ushort Handle)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadRequest);
        ushort handle = reader.ReadUInt16();
        request = new ReadRequest(handle);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ReadRequest);
        writer.WriteUInt16(Handle);
    }
}
