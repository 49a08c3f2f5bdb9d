namespace IqosDevice.Emulator.Gatt;

/// <summary>Carries ATT PDUs to one client; implemented by each endpoint.</summary>
public interface IAttBearer
{
    /// <summary>Who is at the other end, for the log.</summary>
    string Peer { get; }

    /// <summary>Sends one PDU; called inside the simulation, must not block.</summary>
    void Send(ReadOnlySpan<byte> pdu);

    /// <summary>The server side ends the link.</summary>
    void Close(string reason);
}
