namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// The client has the indication (Core 6.0, Vol 3, Part F, 3.4.7.3).
/// <code>1E</code>
/// </summary>
public readonly record struct HandleValueConfirmation
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out HandleValueConfirmation result)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.HandleValueConfirmation);
        result = new HandleValueConfirmation();
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.HandleValueConfirmation);
    }
}
