namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// The server tells a value and wants to know that it arrived (Core 6.0, Vol 3, Part F, 3.4.7.2).
/// <code>1D 09 00 64         handle 0x0009, value 64</code>
/// </summary>
public readonly ref struct HandleValueIndication
{
    public HandleValueIndication(ushort handle, ReadOnlySpan<byte> value)
    {
        Handle = handle;
        Value = value;
    }

    public ushort Handle { get; }

    /// <summary>The value, up to MTU - 3 bytes.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out HandleValueIndication result)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.HandleValueIndication);
        ushort handle = reader.ReadUInt16();
        result = new HandleValueIndication(handle, reader.ReadRest());
        return reader.IsComplete;
    }

    /// <summary>Writes the PDU; what the MTU has no room for is left out.</summary>
    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.HandleValueIndication);
        writer.WriteUInt16(Handle);
        writer.WriteTruncated(Value);
    }
}
