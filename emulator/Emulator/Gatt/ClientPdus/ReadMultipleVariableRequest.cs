namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks for several values of any length (Core 6.0, Vol 3, Part F, 3.4.4.11).
/// <code>20 03 00 05 00      handles 0x0003 and 0x0005</code>
/// </summary>
public readonly ref struct ReadMultipleVariableRequest
{
    private const int LeastHandles = 2;

    private readonly ReadOnlySpan<byte> handles;

    private ReadMultipleVariableRequest(ReadOnlySpan<byte> handles) => this.handles = handles;

    public int Count => handles.Length / sizeof(ushort);

    /// <summary>Handle by index, in the order asked for.</summary>
    public ushort this[int index] => new SpanReader(handles[(index * sizeof(ushort))..]).ReadUInt16();

    /// <returns>False where the opcode is wrong, or these are not two handles or more.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadMultipleVariableRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadMultipleVariableRequest);
        request = new ReadMultipleVariableRequest(reader.ReadRest());
        return reader.IsComplete && request.handles.Length % sizeof(ushort) == 0 && request.Count >= LeastHandles;
    }

    public static void Write(ref SpanWriter writer, params ReadOnlySpan<ushort> handles)
    {
        writer.WriteOpcode(AttOpcode.ReadMultipleVariableRequest);
        foreach (ushort handle in handles)
        {
            writer.WriteUInt16(handle);
        }
    }
}
