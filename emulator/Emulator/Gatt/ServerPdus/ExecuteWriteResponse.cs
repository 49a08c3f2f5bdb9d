namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// The prepared values are written, or thrown away (Core 6.0, Vol 3, Part F, 3.4.6.4).
/// <code>19</code>
/// </summary>
public readonly record struct ExecuteWriteResponse
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ExecuteWriteResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ExecuteWriteResponse);
        response = new ExecuteWriteResponse();
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ExecuteWriteResponse);
    }
}
