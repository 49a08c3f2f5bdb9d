namespace IqosDevice.Emulator.Gatt.ServerPdus;

/// <summary>
/// The server tells the largest PDU it takes; both then use the smaller (Core 6.0, Vol 3, Part F, 3.4.2.2).
/// <code>03 F7 00            server MTU 247</code>
/// </summary>
public readonly record struct ExchangeMtuResponse(ushort ServerMtu)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ExchangeMtuResponse response)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ExchangeMtuResponse);
        ushort serverMtu = reader.ReadUInt16();
        response = new ExchangeMtuResponse(serverMtu);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ExchangeMtuResponse);
        writer.WriteUInt16(ServerMtu);
    }
}
