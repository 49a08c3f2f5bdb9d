using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>A program on the bus that lives in this process: names, objects, and the signals that it sends.</summary>
internal sealed class BusService
{
    private static readonly Func<BusConnection, bool> Everybody = static _ => true;

    private readonly SortedDictionary<string, BusObject> objects = new(StringComparer.Ordinal);

    /// <param name="bus">The bus that it is on.</param>
    /// <param name="uniqueName">What its messages bear as sender.</param>
    public BusService(MessageBus bus, string uniqueName)
    {
        Bus = bus;
        UniqueName = uniqueName;
    }

    public MessageBus Bus { get; }

    public string UniqueName { get; }

    /// <summary>The object that answers at every path where there is none; null for none.</summary>
    public BusObject? Everywhere { get; init; }

    /// <summary>Its objects by path, those that a client may see.</summary>
    public IEnumerable<BusObject> ObjectsFor(BusConnection viewer) => objects.Values.Where(candidate => candidate.IsVisibleTo(viewer));

    public BusObject? Find(string path, BusConnection viewer) =>
        objects.TryGetValue(path, out BusObject? found) && found.IsVisibleTo(viewer) ? found : Everywhere;

    /// <summary>Adds an object, and tells who may see it.</summary>
    public void Add(BusObject added)
    {
        objects.Add(added.Path, added);
        foreach (BusConnection viewer in Bus.Clients)
        {
            if (added.IsVisibleTo(viewer))
            {
                ObjectManager.EmitAdded(this, added, viewer);
            }
        }
    }

    /// <summary>Removes an object, and tells who could see it.</summary>
    public void Remove(BusObject removed)
    {
        objects.Remove(removed.Path);
        ObjectManager.EmitRemoved(this, removed);
    }

    /// <summary>Has a call done by the object that it is for.</summary>
    public void Dispatch(MethodCall call)
    {
        try
        {
            if (!StandardInterfaces.TryCall(this, call))
            {
                CallObject(call);
            }
        }
        catch (DBusError error)
        {
            call.Fail(error);
        }
    }

    /// <summary>Sends a signal to those who want it.</summary>
    /// <param name="path">Object that it comes from.</param>
    /// <param name="interfaceName">Interface of the signal.</param>
    /// <param name="member">Its name.</param>
    /// <param name="signature">Types of what it carries.</param>
    /// <param name="writeBody">Writes that.</param>
    /// <param name="isFor">Who may hear it at all; null for everybody.</param>
    public void Emit(
        string path, string interfaceName, string member, string signature, Action<MessageWriter> writeBody, Func<BusConnection, bool>? isFor = null)
    {
        var header = new MessageHeader
        {
            Type = MessageType.Signal,
            Flags = MessageFlags.NoReplyExpected,
            Serial = Bus.NextSerial(),
            Path = path,
            Interface = interfaceName,
            Member = member,
            Sender = UniqueName,
            Signature = signature,
        };
        MessageWriter writer = Bus.Begin(header);
        writeBody(writer);
        Bus.Publish(isFor ?? Everybody);
    }

    /// <summary>Tells that properties have other values (D-Bus specification, "org.freedesktop.DBus.Properties").</summary>
    public void EmitChanged(
        string path,
        string interfaceName,
        IEnumerable<KeyValuePair<string, object>> changed,
        IEnumerable<string> invalidated,
        Func<BusConnection, bool>? isFor = null) =>
        Emit(
            path,
            StandardInterfaces.Properties,
            "PropertiesChanged",
            "sa{sv}as",
            writer =>
            {
                writer.WriteString(interfaceName);
                writer.WriteProperties(changed);
                writer.WriteStrings(invalidated);
            },
            isFor);

    private void CallObject(MethodCall call)
    {
        BusObject target = Find(call.Path, call.Caller) ?? throw DBusError.UnknownObject(call.Path);
        BusInterface? called = call.Interface is null
            ? target.FindByMethod(call.Member)
            : target.Find(call.Interface) ?? throw DBusError.UnknownInterface(call.Path, call.Interface);
        if (called?.Description.FindMethod(call.Member)?.InSignature != call.Signature)
        {
            throw DBusError.UnknownMethod(call.Member, call.Interface ?? string.Empty, call.Signature);
        }

        called.Call(call);
    }
}
