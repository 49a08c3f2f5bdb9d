namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// Asks where attributes have this type and value (Core 6.0, Vol 3, Part F, 3.4.3.3).
/// <code>06 01 00 FF FF 00 28 0A 18      the primary service 180A</code>
/// </summary>
public readonly ref struct FindByTypeValueRequest
{
    public FindByTypeValueRequest(ushort startHandle, ushort endHandle, ushort shortType, ReadOnlySpan<byte> value)
    {
        StartHandle = startHandle;
        EndHandle = endHandle;
        ShortType = shortType;
        Value = value;
    }

    public ushort StartHandle { get; }

    public ushort EndHandle { get; }

    public ushort ShortType { get; }

    /// <summary>The value to find; a UUID as it goes over the air.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out FindByTypeValueRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.FindByTypeValueRequest);
        ushort startHandle = reader.ReadUInt16();
        ushort endHandle = reader.ReadUInt16();
        ushort shortType = reader.ReadUInt16();
        request = new FindByTypeValueRequest(startHandle, endHandle, shortType, reader.ReadRest());
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.FindByTypeValueRequest);
        writer.WriteUInt16(StartHandle);
        writer.WriteUInt16(EndHandle);
        writer.WriteUInt16(ShortType);
        writer.WriteBytes(Value);
    }
}
