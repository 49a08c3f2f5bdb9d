using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Cli.Dashboard.Traffic;

/// <summary>Something that happened on the link, as it happened.</summary>
/// <param name="AtUs">Virtual time, µs.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Pdu">The ATT PDU; empty where there is none.</param>
/// <param name="Attribute">The attribute that the PDU is about, as far as it names one.</param>
internal sealed record AirEvent(long AtUs, AirEventKind Kind, byte[] Pdu, AttributeEntry? Attribute)
{
    /// <summary>Plays it to a tap again.</summary>
    public void Replay(IAttTap tap)
    {
        switch (Kind)
        {
            case AirEventKind.Connected:
                tap.Connected();
                break;
            case AirEventKind.Received:
                tap.Received(Pdu);
                break;
            case AirEventKind.Sent:
                tap.Sent(Pdu);
                break;
            default:
                tap.Disconnected(byPeripheral: Kind == AirEventKind.HolderDropped);
                break;
        }
    }
}
