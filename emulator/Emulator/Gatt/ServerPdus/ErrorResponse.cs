namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// The request with this opcode failed (Core 6.0, Vol 3, Part F, 3.4.1.1).
/// <code>01 0A 03 00 01      Read Request of handle 0x0003: Invalid Handle</code>
/// </summary>
public readonly record struct ErrorResponse(byte RequestOpcode, ushort Handle, AttErrorCode Error)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ErrorResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ErrorResponse);
        byte requestOpcode = reader.ReadByte();
        ushort handle = reader.ReadUInt16();
        AttErrorCode error = new(reader.ReadByte());
        response = new ErrorResponse(requestOpcode, handle, error);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ErrorResponse);
        writer.WriteByte(RequestOpcode);
        writer.WriteUInt16(Handle);
        writer.WriteByte(Error.Value);
    }
}
