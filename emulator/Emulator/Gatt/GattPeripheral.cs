namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// What a central meets: a name, a service to find it by, and a GATT server that serves one client at a time,
/// whichever endpoint it comes through.
/// </summary>
public sealed class GattPeripheral
{
    public GattPeripheral(string localName, Uuid advertisedService, AttributeTable table)
    {
        LocalName = localName;
        AdvertisedService = advertisedService;
        Table = table;
    }

    public string LocalName { get; }

    public Uuid AdvertisedService { get; }

    public AttributeTable Table { get; }

    /// <summary>Connectable: advertising, and no client.</summary>
    public bool IsAdvertising => true;

    public bool IsConnected => false;

    /// <summary>ATT MTU of the connection, 23 until exchanged.</summary>
    public ushort AttMtu => 23;

    /// <summary>Largest MTU that the server agrees to.</summary>
    public ushort ServerMtu { get; set; } = 247;

    /// <summary>Called after a client came (true) or went (false).</summary>
    public Action<bool>? LinkChanged { get; set; }

    /// <summary>Called after the MTU was exchanged.</summary>
    public Action<ushort>? MtuExchanged { get; set; }

    /// <summary>Connects a client.</summary>
    /// <returns>Null where a client is connected already or nothing advertises.</returns>
    public AttServer? TryConnect(IAttBearer bearer) => null;

    /// <summary>Sends a value to the client if it has subscribed.</summary>
    public bool Notify(ushort valueHandle, ReadOnlySpan<byte> value) => false;

    /// <summary>Drops the client, as a link loss or a reset does.</summary>
    public void Disconnect(string reason)
    {
    }
}
