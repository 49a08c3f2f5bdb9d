using System.Text;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>What every object answers (D-Bus specification, "Standard Interfaces").</summary>
internal static class StandardInterfaces
{
    public const string Peer = "org.freedesktop.DBus.Peer";
    public const string Introspectable = "org.freedesktop.DBus.Introspectable";
    public const string Properties = "org.freedesktop.DBus.Properties";

    private const string DocumentType =
        """
        <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">

        """;

    private static readonly InterfaceDescription[] Descriptions =
    [
        new(Peer) { Methods = [new("Ping"), new("GetMachineId", [], ["s machine_uuid"])] },
        new(Introspectable) { Methods = [new("Introspect", [], ["s xml"])] },
        new(Properties)
        {
            Methods =
            [
                new("Get", ["s interface", "s name"], ["v value"]),
                new("Set", ["s interface", "s name", "v value"], []),
                new("GetAll", ["s interface"], ["a{sv} properties"]),
            ],
            Signals = [new("PropertiesChanged", "s interface", "a{sv} changed_properties", "as invalidated_properties")],
        },
    ];

    /// <summary>Answers a call of one of these interfaces.</summary>
    /// <returns>False where it is another's.</returns>
    /// <exception cref="DBusError">The answer is this error.</exception>
    public static bool TryCall(BusService service, MethodCall call)
    {
        if (FindDescription(call) is not { } description)
        {
            return false;
        }

        if (description.FindMethod(call.Member)?.InSignature != call.Signature)
        {
            throw DBusError.UnknownMethod(call.Member, description.Name, call.Signature);
        }

        switch (call.Member)
        {
            case "Ping": call.Reply(); break;
            case "GetMachineId": call.Reply(service.Bus.Guid); break;
            case "Introspect": call.Reply(Introspect(service, call)); break;
            case "Get": Get(service, call); break;
            case "Set": Set(service, call); break;
            default: GetAll(service, call); break;
        }

        return true;
    }

    private static InterfaceDescription? FindDescription(MethodCall call)
    {
        foreach (InterfaceDescription candidate in Descriptions)
        {
            if (candidate.Name == call.Interface || (call.Interface is null && candidate.FindMethod(call.Member) is not null))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Introspect(BusService service, MethodCall call)
    {
        BusObject? target = service.Find(call.Path, call.Caller);
        string[] children = [.. ChildrenOf(service, call.Path, call.Caller)];
        if (target is null && children.Length == 0)
        {
            throw DBusError.UnknownObject(call.Path);
        }

        var xml = new StringBuilder(DocumentType).Append("<node>");
        foreach (InterfaceDescription description in Descriptions.Concat(target?.Interfaces.Select(offered => offered.Description) ?? []))
        {
            description.AppendXml(xml);
        }

        foreach (string child in children)
        {
            xml.Append($"<node name=\"{child}\"/>");
        }

        return xml.Append("</node>").ToString();
    }

    /// <summary>Names of the nodes right below a path.</summary>
    private static IEnumerable<string> ChildrenOf(BusService service, string path, BusConnection viewer)
    {
        string prefix = path == "/" ? path : path + "/";
        return (from candidate in service.ObjectsFor(viewer)
                where candidate.Path.Length > prefix.Length && candidate.Path.StartsWith(prefix, StringComparison.Ordinal)
                select candidate.Path[prefix.Length..].Split('/')[0]).Distinct(StringComparer.Ordinal);
    }

    private static void Get(BusService service, MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        BusInterface target = FindInterface(service, call, arguments.ReadString());
        string name = arguments.ReadString();
        object value = target.Get(name, call.Caller) ?? throw DBusError.UnknownProperty(name);
        call.Reply("v", writer => writer.WriteVariant(value));
    }

    private static void GetAll(BusService service, MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        BusInterface target = FindInterface(service, call, arguments.ReadString());
        call.Reply("a{sv}", writer => writer.WriteProperties(target.GetAll(call.Caller)));
    }

    private static void Set(BusService service, MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        BusInterface target = FindInterface(service, call, arguments.ReadString());
        string name = arguments.ReadString();
        Variant value = ValueReader.ReadVariant(ref arguments);
        PropertyDescription property = target.Description.FindProperty(name) ?? throw DBusError.UnknownProperty(name);
        if (!property.CanWrite)
        {
            throw DBusError.PropertyReadOnly(name);
        }

        if (property.Type != value.Signature)
        {
            throw DBusError.InvalidArgs($"The property {name} is of the type {property.Type}, not {value.Signature}.");
        }

        target.Set(name, value.Value, call.Caller);
        call.Reply();
    }

    private static BusInterface FindInterface(BusService service, MethodCall call, string name)
    {
        BusObject target = service.Find(call.Path, call.Caller) ?? throw DBusError.UnknownObject(call.Path);
        return target.Find(name) ?? throw DBusError.UnknownInterface(call.Path, name);
    }
}
