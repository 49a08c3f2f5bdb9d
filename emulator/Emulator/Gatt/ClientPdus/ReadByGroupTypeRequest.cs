namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks for the groups of a type in a range (Core 6.0, Vol 3, Part F, 3.4.4.9).
/// <code>10 01 00 FF FF 00 28      primary services</code>
/// </summary>
public readonly record struct ReadByGroupTypeRequest(ushort StartHandle, ushort EndHandle, Uuid Type)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadByGroupTypeRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadByGroupTypeRequest);
        ushort startHandle = reader.ReadUInt16();
        ushort endHandle = reader.ReadUInt16();
        Uuid type = reader.ReadUuid(reader.RemainingBytes);
        request = new ReadByGroupTypeRequest(startHandle, endHandle, type);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ReadByGroupTypeRequest);
        writer.WriteUInt16(StartHandle);
        writer.WriteUInt16(EndHandle);
        writer.WriteUuid(Type);
    }
}
