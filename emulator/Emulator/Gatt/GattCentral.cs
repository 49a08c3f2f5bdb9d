using IqosDevice.Emulator.Gatt.ClientPdus;

namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// A client within the simulation: the counterpart of <see cref="GattPeripheral"/>, on the same thread and in the same
/// virtual time. It waits for nothing; what the server sends comes during the request, or while the queue is run.
/// </summary>
public sealed class GattCentral : IAttBearer
{
    private readonly GattPeripheral peripheral;
    private AttServer? server;

    /// <param name="peripheral">Whom it connects to.</param>
    /// <param name="name">Who it is, for people.</param>
    public GattCentral(GattPeripheral peripheral, string name)
    {
        this.peripheral = peripheral;
        Peer = name;
    }

    /// <inheritdoc/>
    public string Peer { get; }

    public bool IsConnected => server is not null;

    /// <summary>MTU of the link, bytes; 23 until exchanged.</summary>
    public ushort AttMtu => server?.AttMtu ?? AttLimits.DefaultMtu;

    /// <summary>Takes each PDU that the server sends; valid during the call.</summary>
    public Action<ReadOnlySpan<byte>>? PduCame { get; set; }

    /// <summary>Told why where the server ends the link.</summary>
    public Action<string>? LinkEnded { get; set; }

    /// <returns>False where the peripheral does not advertise.</returns>
    public bool TryConnect() => (server ??= peripheral.TryConnect(this)) is not null;

    /// <summary>Ends the link; does nothing without one.</summary>
    /// <param name="reason">Why, for people.</param>
    public void Disconnect(string reason)
    {
        AttServer? left = server;
        server = null;
        left?.Closed(reason);
    }

    /// <summary>Tells the largest PDU that it takes, bytes (Core 6.0, Vol 3, Part F, 3.4.2.1).</summary>
    public void ExchangeMtu(ushort mtu)
    {
        var writer = new SpanWriter(stackalloc byte[AttLimits.LargestMtu]);
        new ExchangeMtuRequest(mtu).Write(ref writer);
        Send(writer.Written);
    }

    /// <summary>Asks for the beginning of a value (3.4.4.3).</summary>
    public void Read(ushort handle)
    {
        var writer = new SpanWriter(stackalloc byte[AttLimits.LargestMtu]);
        new ReadRequest(handle).Write(ref writer);
        Send(writer.Written);
    }

    /// <summary>Asks for a value from an offset on (3.4.4.5).</summary>
    public void ReadFrom(ushort handle, ushort offset)
    {
        var writer = new SpanWriter(stackalloc byte[AttLimits.LargestMtu]);
        new ReadBlobRequest(handle, offset).Write(ref writer);
        Send(writer.Written);
    }

    /// <summary>Writes a value, and is answered (3.4.5.1).</summary>
    /// <param name="handle">Which attribute.</param>
    /// <param name="value">At most <see cref="AttMtu"/> - 3 bytes.</param>
    public void Write(ushort handle, ReadOnlySpan<byte> value)
    {
        var writer = new SpanWriter(stackalloc byte[AttLimits.LargestMtu]);
        new WriteRequest(handle, value).Write(ref writer);
        Send(writer.Written);
    }

    /// <summary>Turns notifications on or off.</summary>
    /// <param name="configurationHandle">Handle of the client characteristic configuration (Vol 3, Part G, 3.3.3.3).</param>
    /// <param name="on">Whether they are wanted.</param>
    public void Subscribe(ushort configurationHandle, bool on) => Write(configurationHandle, [on ? (byte)1 : (byte)0, 0]);

    /// <summary>Sends any PDU; it is lost without a link.</summary>
    public void Send(ReadOnlySpan<byte> pdu) => server?.Receive(pdu);

    void IAttBearer.Send(ReadOnlySpan<byte> pdu) => PduCame?.Invoke(pdu);

    void IAttBearer.Close(string reason)
    {
        server = null;
        LinkEnded?.Invoke(reason);
    }
}
