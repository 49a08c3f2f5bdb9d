namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Writes a value and wants no answer (Core 6.0, Vol 3, Part F, 3.4.5.3).
/// <code>52 05 00 01 00      handle 0x0005, value 01 00</code>
/// </summary>
public readonly ref struct WriteCommand
{
    public WriteCommand(ushort handle, ReadOnlySpan<byte> value)
    {
        Handle = handle;
        Value = value;
    }

    public ushort Handle { get; }

    /// <summary>The new value.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out WriteCommand result)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.WriteCommand);
        ushort handle = reader.ReadUInt16();
        result = new WriteCommand(handle, reader.ReadRest());
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.WriteCommand);
        writer.WriteUInt16(Handle);
        writer.WriteBytes(Value);
    }
}
