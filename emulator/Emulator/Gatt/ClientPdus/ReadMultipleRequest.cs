namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks for several values of known length (Core 6.0, Vol 3, Part F, 3.4.4.7).
/// <code>0E 03 00 05 00      handles 0x0003 and 0x0005</code>
/// </summary>
public readonly ref struct ReadMultipleRequest
{
    private const int LeastHandles = 2;

    private readonly ReadOnlySpan<byte> handles;

    private ReadMultipleRequest(ReadOnlySpan<byte> handles) => this.handles = handles;

    public int Count => handles.Length / sizeof(ushort);

    /// <summary>Handle by index, in the order asked for.</summary>
    public ushort this[int index] => new SpanReader(handles[(index * sizeof(ushort))..]).ReadUInt16();

    /// <returns>False where the opcode is wrong, or these are not two handles or more.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ReadMultipleRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ReadMultipleRequest);
        request = new ReadMultipleRequest(reader.ReadRest());
        return reader.IsComplete && request.handles.Length % sizeof(ushort) == 0 && request.Count >= LeastHandles;
    }

    public static void Write(ref SpanWriter writer, params ReadOnlySpan<ushort> handles)
    {
        writer.WriteOpcode(AttOpcode.ReadMultipleRequest);
        foreach (ushort handle in handles)
        {
            writer.WriteUInt16(handle);
        }
    }
}
