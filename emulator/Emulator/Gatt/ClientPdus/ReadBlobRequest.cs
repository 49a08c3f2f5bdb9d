namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks for a value from an offset (Core 6.0, Vol 3, Part F, 3.4.4.5).
/// <code>0C 03 00 16 00      handle 0x0003, offset 22</code>
/// </summary>
public readonly record struct ReadBlobRequest(ushort Handle, ushort OffsetBytes)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadBlobRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadBlobRequest);
        ushort handle = reader.ReadUInt16();
        ushort offsetBytes = reader.ReadUInt16();
        request = new ReadBlobRequest(handle, offsetBytes);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ReadBlobRequest);
        writer.WriteUInt16(Handle);
        writer.WriteUInt16(OffsetBytes);
    }
}
