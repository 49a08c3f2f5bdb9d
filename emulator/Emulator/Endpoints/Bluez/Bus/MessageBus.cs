using System.Diagnostics.CodeAnalysis;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>
/// The message bus (D-Bus specification, "Message Bus Specification"): who is there under which names, and which message
/// goes to whom. Runs on the simulation's thread.
/// </summary>
internal sealed class MessageBus
{
    /// <summary>Name of the bus itself.</summary>
    public const string Name = "org.freedesktop.DBus";

    private readonly MessageWriter writer = new();
    private readonly Dictionary<string, BusConnection> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BusService> services = new(StringComparer.Ordinal);

    // Those that see what all others say.
    private readonly List<BusConnection> monitors = [];
    private readonly BusService driver;
    private readonly NameSignals names;
    private readonly Func<string, bool> isNameOfSender;
    private MessageHeader? written;
    private uint lastSerial;
    private int lastClient;

    public MessageBus()
    {
        WellKnown = new NameRegistry((name, oldOwner, newOwner) => names!.Changed(name, oldOwner, newOwner));
        isNameOfSender = name => WellKnown.OwnerOf(name) == written!.Sender;

        // Old clients call the bus at any path.
        var everywhere = new BusObject(BusDriver.Path, new BusDriver(this), new Monitoring());
        driver = new BusService(this, Name) { Everywhere = everywhere };
        names = new NameSignals(this, driver);
        driver.Add(everywhere);
        services.Add(Name, driver);
    }

    /// <summary>Tells this bus from others; the same each time, as everything else here.</summary>
    public string Guid { get; } = Convert.ToHexStringLower("iqos-emulator bus"u8[..16]);

    /// <summary>Those that have said Hello.</summary>
    public IReadOnlyCollection<BusConnection> Clients => clients.Values;

    /// <summary>The names that clients and services have asked for; that of the bus itself is not among them.</summary>
    public NameRegistry WellKnown { get; }

    /// <summary>Every name that has an owner.</summary>
    public IEnumerable<string> AllNames => services.Keys.Concat(WellKnown.Names).Concat(clients.Keys);

    public static bool IsDriver(string? destination) => destination is null or Name;

    /// <summary>Adds a service of this process.</summary>
    public BusService AddService(string wellKnownName)
    {
        string uniqueName = NextUniqueName();
        var service = new BusService(this, uniqueName);
        services.Add(uniqueName, service);
        WellKnown.Request(wellKnownName, uniqueName, NameFlags.None);
        return service;
    }

    public uint NextSerial() => ++lastSerial == 0 ? ++lastSerial : lastSerial;

    /// <summary>Begins a message; one at a time.</summary>
    public MessageWriter Begin(MessageHeader header)
    {
        written = header;
        writer.Begin(header);
        return writer;
    }

    /// <summary>Sends the message that has just been written to one client.</summary>
    public void SendTo(BusConnection client)
    {
        client.Send(writer.End());
        Show();
    }

    /// <summary>Lets a client in under a name of its own.</summary>
    public string Enter(BusConnection client)
    {
        string name = NextUniqueName();
        clients.Add(name, client);
        return name;
    }

    /// <summary>Answers a client's Hello, and tells the others that it has come.</summary>
    public void AnswerHello(BusConnection client, Message hello)
    {
        new MethodCall(driver, client, hello).Reply(client.UniqueName!);
        names.Changed(client.UniqueName!, string.Empty, client.UniqueName!);
    }

    /// <summary>A client has gone, and its names with it.</summary>
    public void Leave(BusConnection client)
    {
        string name = client.UniqueName!;
        clients.Remove(name);
        foreach (string claimed in WellKnown.ClaimsOf(name))
        {
            WellKnown.Release(claimed, name);
        }

        names.Changed(name, name, string.Empty);
    }

    /// <summary>A client that has left stays to see what others say; that its name is lost tells it where that begins.</summary>
    public void AddMonitor(BusConnection monitor)
    {
        names.Lost(monitor.UniqueName!, monitor);
        monitors.Add(monitor);
    }

    public void RemoveMonitor(BusConnection monitor) => monitors.Remove(monitor);

    /// <summary>Unique name of the owner of a name; null where it has none.</summary>
    public string? OwnerOf(string name) =>
        clients.ContainsKey(name) || services.ContainsKey(name) ? name : WellKnown.OwnerOf(name);

    public bool TryFindClient(string name, [NotNullWhen(true)] out BusConnection? client) =>
        clients.TryGetValue(OwnerOf(name) ?? name, out client);

    /// <summary>Takes a message of a client to where it belongs.</summary>
    public void Route(BusConnection sender, Message message)
    {
        MessageHeader header = message.Header;
        if (monitors.Count > 0)
        {
            Begin(header with { Sender = sender.UniqueName }).WriteRaw(message.Body);
            Show();
        }

        if (header.Type == MessageType.Signal && header.Destination is null)
        {
            Begin(header with { Sender = sender.UniqueName }).WriteRaw(message.Body);
            Broadcast(static _ => true);
        }
        else if (services.TryGetValue(OwnerOf(header.Destination ?? Name) ?? string.Empty, out BusService? service))
        {
            // Answers to a service are ignored: none of them calls anybody.
            if (header.Type == MessageType.MethodCall)
            {
                service.Dispatch(new MethodCall(service, sender, message));
            }
        }
        else
        {
            Forward(sender, message);
        }
    }

    /// <summary>Sends the signal that has just been written to everyone who wants it.</summary>
    /// <param name="isFor">Who may hear it at all.</param>
    public void Publish(Func<BusConnection, bool> isFor)
    {
        Broadcast(isFor);
        Show();
    }

    private void Broadcast(Func<BusConnection, bool> isFor)
    {
        foreach (BusConnection client in clients.Values)
        {
            if (isFor(client))
            {
                SendIfWanted(client);
            }
        }
    }

    /// <summary>Lets the monitors see the message that has just been written.</summary>
    private void Show()
    {
        foreach (BusConnection monitor in monitors)
        {
            SendIfWanted(monitor);
        }
    }

    private void SendIfWanted(BusConnection client)
    {
        if (client.Wants(written!, writer.Body, isNameOfSender))
        {
            client.Send(writer.End());
        }
    }

    /// <summary>From one client to another, as it is but for the sender.</summary>
    private void Forward(BusConnection sender, Message message)
    {
        string destination = message.Header.Destination!;
        if (TryFindClient(destination, out BusConnection? target))
        {
            Begin(message.Header with { Sender = sender.UniqueName }).WriteRaw(message.Body);
            target.Send(writer.End());
        }
        else if (message.Header.Type == MessageType.MethodCall)
        {
            new MethodCall(driver, sender, message).Fail(DBusError.ServiceUnknown(destination));
        }
    }

    /// <summary>Never given twice.</summary>
    private string NextUniqueName() => $":1.{lastClient++}";
}
