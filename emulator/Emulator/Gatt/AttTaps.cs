namespace IqosDevice.Emulator.Gatt;

/// <summary>Several listeners on one link, in the order in which they were given.</summary>
public sealed class AttTaps : IAttTap
{
    private readonly IAttTap[] taps;

    public AttTaps(params IEnumerable<IAttTap> taps) => this.taps = [.. taps];

    public void Connected() => Array.ForEach(taps, static tap => tap.Connected());

    public void Received(ReadOnlySpan<byte> pdu)
    {
        foreach (IAttTap tap in taps)
        {
            tap.Received(pdu);
        }
    }

    public void Sent(ReadOnlySpan<byte> pdu)
    {
        foreach (IAttTap tap in taps)
        {
            tap.Sent(pdu);
        }
    }

    public void Disconnected(bool byPeripheral) => Array.ForEach(taps, tap => tap.Disconnected(byPeripheral));
}
