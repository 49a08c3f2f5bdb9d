namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks for handles and types in a range (Core 6.0, Vol 3, Part F, 3.4.3.1).
/// <code>04 01 00 FF FF      handles 0x0001 to 0xFFFF</code>
/// </summary>
public readonly record struct FindInformationRequest(ushort StartHandle, ushort EndHandle)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out FindInformationRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.FindInformationRequest);
        ushort startHandle = reader.ReadUInt16();
        ushort endHandle = reader.ReadUInt16();
        request = new FindInformationRequest(startHandle, endHandle);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.FindInformationRequest);
        writer.WriteUInt16(StartHandle);
        writer.WriteUInt16(EndHandle);
    }
}
