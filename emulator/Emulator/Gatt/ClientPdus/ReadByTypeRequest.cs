namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks for the values of a type in a range (Core 6.0, Vol 3, Part F, 3.4.4.1).
/// <code>08 01 00 FF FF 03 28      characteristic declarations</code>
/// </summary>
public readonly record struct ReadByTypeRequest(ushort StartHandle, ushort EndHandle, Uuid Type)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadByTypeRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadByTypeRequest);
        ushort startHandle = reader.ReadUInt16();
        ushort endHandle = reader.ReadUInt16();
        Uuid type = reader.ReadUuid(reader.RemainingBytes);
        request = new ReadByTypeRequest(startHandle, endHandle, type);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ReadByTypeRequest);
        writer.WriteUInt16(StartHandle);
        writer.WriteUInt16(EndHandle);
        writer.WriteUuid(Type);
    }
}
