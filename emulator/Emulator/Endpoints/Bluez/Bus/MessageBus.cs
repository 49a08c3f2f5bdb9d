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

    // Well-known name to unique name.
    private readonly SortedDictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly BusService driver;
    private uint lastSerial;
    private int lastClient;

    public MessageBus()
    {
        // Old clients call the bus at any path.
        var everywhere = new BusObject(BusDriver.Path, new BusDriver(this));
        driver = new BusService(this, Name) { Everywhere = everywhere };
        driver.Add(everywhere);
        services.Add(Name, driver);
        owners.Add(Name, Name);
    }

    /// <summary>Tells this bus from others; the same each time, as everything else here.</summary>
    public string Guid { get; } = Convert.ToHexStringLower("iqos-emulator bus"u8[..16]);

    /// <summary>Those that have said Hello.</summary>
    public IReadOnlyCollection<BusConnection> Clients => clients.Values;

    /// <summary>Every name that has an owner.</summary>
    public IEnumerable<string> AllNames => owners.Keys.Concat(services.Keys.Where(name => name != Name)).Concat(clients.Keys);

    public static bool IsDriver(string? destination) => destination is null or Name;

    /// <summary>Adds a service of this process.</summary>
    public BusService AddService(string wellKnownName)
    {
        string uniqueName = NextUniqueName();
        var service = new BusService(this, uniqueName);
        services.Add(uniqueName, service);
        owners.Add(wellKnownName, uniqueName);
        return service;
    }

    public uint NextSerial() => ++lastSerial == 0 ? ++lastSerial : lastSerial;

    /// <summary>Begins a message; one at a time.</summary>
    public MessageWriter Begin(MessageHeader header)
    {
        writer.Begin(header.Serial != 0 ? header : header with { Serial = NextSerial() });
        return writer;
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
        EmitOwnerChanged(client.UniqueName!, string.Empty, client.UniqueName!);
        EmitName("NameAcquired", client.UniqueName!, client);
    }

    /// <summary>A client has gone, and its names with it.</summary>
    public void Leave(BusConnection client)
    {
        string name = client.UniqueName!;
        clients.Remove(name);
        foreach (string owned in owners.Where(pair => pair.Value == name).Select(pair => pair.Key).ToList())
        {
            owners.Remove(owned);
            EmitOwnerChanged(owned, name, string.Empty);
        }

        EmitOwnerChanged(name, name, string.Empty);
    }

    /// <summary>Unique name of the owner of a name; null where it has none.</summary>
    public string? OwnerOf(string name) =>
        owners.TryGetValue(name, out string? owner) ? owner : clients.ContainsKey(name) || services.ContainsKey(name) ? name : null;

    public bool TryFindClient(string name, [NotNullWhen(true)] out BusConnection? client) =>
        clients.TryGetValue(OwnerOf(name) ?? name, out client);

    /// <summary>Gives a name to a client that asks first; there is no queue.</summary>
    public bool TryOwn(string name, BusConnection client)
    {
        if (!owners.TryAdd(name, client.UniqueName!))
        {
            return false;
        }

        EmitOwnerChanged(name, string.Empty, client.UniqueName!);
        EmitName("NameAcquired", name, client);
        return true;
    }

    public int CountNames(BusConnection client) => owners.Values.Count(owner => owner == client.UniqueName);

    public void Release(string name, BusConnection client)
    {
        owners.Remove(name);
        EmitOwnerChanged(name, client.UniqueName!, string.Empty);
        EmitName("NameLost", name, client);
    }

    /// <summary>Takes a message of a client to where it belongs.</summary>
    public void Route(BusConnection sender, Message message)
    {
        MessageHeader header = message.Header with { Sender = sender.UniqueName };
        if (header.Type == MessageType.Signal && header.Destination is null)
        {
            Broadcast(header, message.Body);
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
            Forward(sender, header, message);
        }
    }

    /// <summary>Sends the signal that has just been written to everyone who wants it.</summary>
    public void Publish(MessageHeader header, MessageWriter written, Func<BusConnection, bool> isFor)
    {
        ReadOnlySpan<byte> bytes = default;
        bool Owns(string name) => owners.TryGetValue(name, out string? owner) && owner == header.Sender;
        foreach (BusConnection client in clients.Values)
        {
            if (isFor(client) && client.Wants(header, written.Body, Owns))
            {
                bytes = bytes.IsEmpty ? written.End() : bytes;
                client.Send(bytes);
            }
        }
    }

    private void Broadcast(MessageHeader header, byte[] body)
    {
        if (header.IsBigEndian)
        {
            return;
        }

        Begin(header).WriteRaw(body);
        Publish(header, writer, static _ => true);
    }

    /// <summary>From one client to another, as it is but for the sender.</summary>
    private void Forward(BusConnection sender, MessageHeader header, Message message)
    {
        bool isKnown = TryFindClient(header.Destination!, out BusConnection? target);

        // Headers are written little-endian, and a body has the order of its header.
        if (isKnown && !header.IsBigEndian)
        {
            Begin(header).WriteRaw(message.Body);
            target!.Send(writer.End());
        }
        else if (header.Type == MessageType.MethodCall)
        {
            new MethodCall(driver, sender, message).Fail(isKnown
                ? DBusError.NotSupported("Between clients, messages are little-endian.")
                : DBusError.ServiceUnknown(header.Destination!));
        }
    }

    private string NextUniqueName() => $":1.{lastClient++}";

    private void EmitOwnerChanged(string name, string oldOwner, string newOwner) =>
        driver.Emit(BusDriver.Path, Name, "NameOwnerChanged", "sss", body =>
        {
            body.WriteString(name);
            body.WriteString(oldOwner);
            body.WriteString(newOwner);
        });

    /// <summary>A signal to one client alone, which needs no match rule.</summary>
    private void EmitName(string member, string name, BusConnection client)
    {
        Begin(new MessageHeader
        {
            Type = MessageType.Signal,
            Flags = MessageFlags.NoReplyExpected,
            Path = BusDriver.Path,
            Interface = Name,
            Member = member,
            Sender = Name,
            Destination = client.UniqueName,
            Signature = "s",
        }).WriteString(name);
        client.Send(writer.End());
    }
}
