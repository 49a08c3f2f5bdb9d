namespace IqosDevice.Emulator.Gatt;

/// <summary>One connection's ATT server (Core 6.0, Vol 3, Part F).</summary>
public sealed class AttServer
{
    /// <summary>A PDU arrived from the client.</summary>
    public void Receive(ReadOnlySpan<byte> pdu)
    {
    }

    /// <summary>The client has gone.</summary>
    public void Closed(string reason)
    {
    }
}
