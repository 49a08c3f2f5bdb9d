namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// Listens in on the link, whichever endpoint the client comes through, and changes nothing. Called inside
/// the simulation, in the order in which things happen on the air.
/// </summary>
public interface IAttTap
{
    /// <summary>A client connected.</summary>
    void Connected();

    /// <summary>The client sent a PDU; valid during the call.</summary>
    void Received(ReadOnlySpan<byte> pdu);

    /// <summary>The server sends a PDU; valid during the call.</summary>
    void Sent(ReadOnlySpan<byte> pdu);

    /// <summary>The link has ended.</summary>
    /// <param name="byPeripheral">True where this side ended it, false where the client left.</param>
    void Disconnected(bool byPeripheral);
}
