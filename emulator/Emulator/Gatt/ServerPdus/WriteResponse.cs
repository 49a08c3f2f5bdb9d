namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// The value is written (Core 6.0, Vol 3, Part F, 3.4.5.2).
/// <code>13</code>
/// </summary>
public readonly record struct WriteResponse
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out WriteResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.WriteResponse);
        response = new WriteResponse();
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.WriteResponse);
    }
}
