namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Writes the prepared values, or throws them away (Core 6.0, Vol 3, Part F, 3.4.6.3).
/// <code>18 01               1 = write, 0 = cancel</code>
/// </summary>
public readonly record struct ExecuteWriteRequest(byte Flags)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ExecuteWriteRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ExecuteWriteRequest);
        byte flags = reader.ReadByte();
        request = new ExecuteWriteRequest(flags);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ExecuteWriteRequest);
        writer.WriteByte(Flags);
    }
}
