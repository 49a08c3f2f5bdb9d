namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// Repeats what was put into the queue (Core 6.0, Vol 3, Part F, 3.4.6.2).
/// <code>17 05 00 12 00 AA BB      handle 0x0005, offset 18, part AA BB</code>
/// </summary>
public readonly ref struct PrepareWriteResponse
{
    public PrepareWriteResponse(ushort handle, ushort offsetBytes, ReadOnlySpan<byte> part)
    {
        Handle = handle;
        OffsetBytes = offsetBytes;
        Part = part;
    }

    public ushort Handle { get; }

    public ushort OffsetBytes { get; }

    /// <summary>The part as the server got it.</summary>
    public ReadOnlySpan<byte> Part { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out PrepareWriteResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.PrepareWriteResponse);
        ushort handle = reader.ReadUInt16();
        ushort offsetBytes = reader.ReadUInt16();
        response = new PrepareWriteResponse(handle, offsetBytes, reader.ReadRest());
        return reader.IsComplete;
    }

    /// <summary>Writes the PDU; what the MTU has no room for is left out.</summary>
    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.PrepareWriteResponse);
        writer.WriteUInt16(Handle);
        writer.WriteUInt16(OffsetBytes);
        writer.WriteTruncated(Part);
    }
}
