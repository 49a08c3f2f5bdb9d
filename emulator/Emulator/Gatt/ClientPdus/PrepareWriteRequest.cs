namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Puts a part of a value into the queue (Core 6.0, Vol 3, Part F, 3.4.6.1).
/// <code>16 05 00 12 00 AA BB      handle 0x0005, offset 18, part AA BB</code>
/// </summary>
public readonly ref struct PrepareWriteRequest
{
    public PrepareWriteRequest(ushort handle, ushort offsetBytes, ReadOnlySpan<byte> part)
    {
        Handle = handle;
        OffsetBytes = offsetBytes;
        Part = part;
    }

    public ushort Handle { get; }

    public ushort OffsetBytes { get; }

    /// <summary>This part of the new value.</summary>
    public ReadOnlySpan<byte> Part { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out PrepareWriteRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.PrepareWriteRequest);
        ushort handle = reader.ReadUInt16();
        ushort offsetBytes = reader.ReadUInt16();
        request = new PrepareWriteRequest(handle, offsetBytes, reader.ReadRest());
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.PrepareWriteRequest);
        writer.WriteUInt16(Handle);
        writer.WriteUInt16(OffsetBytes);
        writer.WriteBytes(Part);
    }
}
