namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// What a central meets: a name, a service to find it by, and a GATT server that serves one client at a time,
/// whichever endpoint it comes through. Runs inside the simulation.
/// </summary>
public sealed class GattPeripheral
{
    private AttServer? client;

    public GattPeripheral(string localName, Uuid advertisedService, AttributeTable table)
    {
        LocalName = localName;
        AdvertisedService = advertisedService;
        Table = table;
    }

    public string LocalName { get; private set; }

    public Uuid AdvertisedService { get; private set; }

    public AttributeTable Table { get; private set; }

    /// <summary>Whether the device advertises while no client is connected; ending it leaves a client connected.</summary>
    public bool AdvertisingEnabled { get; set; } = true;

    /// <summary>Connectable: advertising, and no client.</summary>
    public bool IsAdvertising => AdvertisingEnabled && client is null;

    public bool IsConnected => client is not null;

    /// <summary>Who is connected, for people; null where nobody is.</summary>
    public string? ConnectedPeer => client?.Peer;

    /// <summary>Why the last link ended, for people; null before the first has.</summary>
    public string? LinkEndReason { get; private set; }

    /// <summary>ATT MTU of the connection, 23 until exchanged.</summary>
    public ushort AttMtu => client?.AttMtu ?? AttLimits.DefaultMtu;

    /// <summary>Largest MTU that the server agrees to, 23 to 517.</summary>
    public ushort ServerMtu { get; set; } = 247;

    /// <summary>How far the client's radio is, metres: endpoints that tell a signal's strength reckon with it.</summary>
    public double DistanceMetres { get; set; } = 1;

    /// <summary>Called after a client came (true) or went (false).</summary>
    public Action<bool>? LinkChanged { get; set; }

    /// <summary>Called after the MTU was exchanged.</summary>
    public Action<ushort>? MtuExchanged { get; set; }

    /// <summary>
    /// Listens in on every link; null for nobody. One that comes in the middle of a link hears its rest.
    /// </summary>
    public IAttTap? Tap { get; set; }

    /// <summary>Takes another name and table, as after a restart of the firmware; a client is dropped first.</summary>
    public void Serve(string localName, Uuid advertisedService, AttributeTable table)
    {
        Disconnect("The device restarted.");
        LocalName = localName;
        AdvertisedService = advertisedService;
        Table = table;
    }

    /// <summary>Connects a client.</summary>
    /// <returns>Null where a client is connected already or nothing advertises.</returns>
    public AttServer? TryConnect(IAttBearer bearer)
    {
        if (!IsAdvertising)
        {
            return null;
        }

        var server = new AttServer(this, bearer);
        client = server;
        Tap?.Connected();
        LinkChanged?.Invoke(true);
        return server;
    }

    /// <summary>Sends a value to the client if it has subscribed.</summary>
    /// <returns>False where nobody is connected or subscribed, or the client does not confirm its indications.</returns>
    public bool Notify(ushort valueHandle, ReadOnlySpan<byte> value) =>
        client is not null
        && Table.Find(valueHandle) is { Role: AttributeRole.CharacteristicValue } entry
        && client.Push(entry.Characteristic!, value);

    /// <summary>Drops the client, as a link loss or a reset does. Does nothing where nobody is connected.</summary>
    public void Disconnect(string reason)
    {
        if (client is { } server)
        {
            server.CloseBearer(reason);
            Ended(server, reason, byPeripheral: true);
        }
    }

    /// <summary>A client's link has ended. Only the first report counts.</summary>
    internal void Ended(AttServer server, string reason, bool byPeripheral = false)
    {
        if (client != server)
        {
            return;
        }

        client = null;
        LinkEndReason = reason;
        server.End();
        Tap?.Disconnected(byPeripheral);
        LinkChanged?.Invoke(false);
    }
}
