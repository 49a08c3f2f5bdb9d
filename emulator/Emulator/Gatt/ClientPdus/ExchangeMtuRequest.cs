namespace IqosDevice.Emulator.Gatt.ClientPdus;

/// <summary>
/// The client tells the largest PDU it takes (Core 6.0, Vol 3, Part F, 3.4.2.1).
/// <code>02 F7 00            client MTU 247</code>
/// </summary>
public readonly record struct ExchangeMtuRequest(ushort ClientMtu)
{
    /// <returns>False where the length or the opcode is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> pdu, out ExchangeMtuRequest request)
    {
        var reader = new SpanReader(pdu);
        reader.Expect(AttOpcode.ExchangeMtuRequest);
        ushort clientMtu = reader.ReadUInt16();
        request = new ExchangeMtuRequest(clientMtu);
        return reader.IsComplete;
    }

    public void Write(ref SpanWriter writer)
    {
        writer.WriteOpcode(AttOpcode.ExchangeMtuRequest);
        writer.WriteUInt16(ClientMtu);
    }
}
