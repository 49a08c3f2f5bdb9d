using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>The bus as an object of its own (D-Bus specification, "Message Bus Messages").</summary>
internal sealed class BusDriver : BusInterface
{
    public const string Path = "/org/freedesktop/DBus";

    private const uint AlreadyRunning = 2;

    private readonly MessageBus bus;

    public BusDriver(MessageBus bus) => this.bus = bus;

    public override InterfaceDescription Description { get; } = new(MessageBus.Name)
    {
        Methods =
        [
            new("Hello", [], ["s unique_name"]),
            new("RequestName", ["s name", "u flags"], ["u result"]),
            new("ReleaseName", ["s name"], ["u result"]),
            new("ListQueuedOwners", ["s name"], ["as names"]),
            new("ListNames", [], ["as names"]),
            new("ListActivatableNames", [], ["as names"]),
            new("NameHasOwner", ["s name"], ["b result"]),
            new("StartServiceByName", ["s name", "u flags"], ["u result"]),
            new("GetNameOwner", ["s name"], ["s unique_name"]),
            new("GetConnectionUnixUser", ["s name"], ["u user"]),
            new("GetConnectionUnixProcessID", ["s name"], ["u process"]),
            new("GetConnectionCredentials", ["s name"], ["a{sv} credentials"]),
            new("GetAdtAuditSessionData", ["s name"], ["ay data"]),
            new("GetConnectionSELinuxSecurityContext", ["s name"], ["ay context"]),
            new("UpdateActivationEnvironment", ["a{ss} environment"], []),
            new("ReloadConfig"),
            new("AddMatch", ["s rule"], []),
            new("RemoveMatch", ["s rule"], []),
            new("GetId", [], ["s id"]),
        ],
        Signals =
        [
            new("NameOwnerChanged", "s name", "s old_owner", "s new_owner"),
            new("NameLost", "s name"),
            new("NameAcquired", "s name"),
        ],
        Properties = [new("Features", "as"), new("Interfaces", "as")],
    };

    public override object? Get(string property, BusConnection viewer) => property is "Features" or "Interfaces" ? Array.Empty<string>() : null;

    public override void Call(MethodCall call)
    {
        switch (call.Member)
        {
            case "Hello": throw DBusError.Failed("Hello has been said.");
            case "ListNames": ReplyStrings(call, bus.AllNames); break;
            case "ListActivatableNames": ReplyStrings(call, [MessageBus.Name]); break;
            case "GetId": call.Reply(bus.Guid); break;
            case "ReloadConfig": call.Reply(); break;
            case "UpdateActivationEnvironment": throw DBusError.AccessDenied("No service of this bus is started by it.");
            default: CallWithName(call, FirstArgument(call)); break;
        }
    }

    private static string FirstArgument(MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        return arguments.ReadString();
    }

    private static void ReplyStrings(MethodCall call, IEnumerable<string> texts) =>
        call.Reply("as", writer => writer.WriteStrings(texts));

    private static void ReplyNumber(MethodCall call, uint number) => call.Reply("u", writer => writer.WriteUInt32(number));

    private void CallWithName(MethodCall call, string name)
    {
        switch (call.Member)
        {
            case "AddMatch": AddMatch(call, name); break;
            case "RemoveMatch": RemoveMatch(call, name); break;
            case "RequestName": RequestName(call, name); break;
            case "ReleaseName": ReplyNumber(call, (uint)bus.WellKnown.Release(Askable(name), call.Caller.UniqueName!)); break;
            case "NameHasOwner": call.Reply("b", writer => writer.WriteBoolean(bus.OwnerOf(name) is not null)); break;
            case "StartServiceByName": StartServiceByName(call, name); break;
            case "GetNameOwner": call.Reply(OwnerOf(name)); break;
            case "ListQueuedOwners": ReplyStrings(call, [OwnerOf(name), .. bus.WellKnown.QueueOf(name).Skip(1)]); break;
            case "GetConnectionUnixUser": ReplyNumber(call, CredentialsOf(name).UserId); break;
            case "GetConnectionUnixProcessID": ReplyNumber(call, (uint)(ProcessOf(name) ?? throw DBusError.UnixProcessIdUnknown(name))); break;
            case "GetAdtAuditSessionData": throw DBusError.AdtAuditDataUnknown(OwnerOf(name));
            case "GetConnectionSELinuxSecurityContext": throw DBusError.SELinuxSecurityContextUnknown(OwnerOf(name));
            default: GetConnectionCredentials(call, name); break;
        }
    }

    private void GetConnectionCredentials(MethodCall call, string name)
    {
        var credentials = new Dictionary<string, object>(StringComparer.Ordinal) { ["UnixUserID"] = CredentialsOf(name).UserId };
        if (ProcessOf(name) is { } process)
        {
            credentials.Add("ProcessID", (uint)process);
        }

        call.Reply("a{sv}", writer => writer.WriteProperties(credentials));
    }

    private string OwnerOf(string name) => bus.OwnerOf(name) ?? throw DBusError.NameHasNoOwner(name);

    /// <summary>The bus and its services are this process.</summary>
    private PeerCredentials CredentialsOf(string name) =>
        bus.TryFindClient(OwnerOf(name), out BusConnection? client) ? client.Credentials : PeerCredentials.OfThisProcess;

    /// <summary>Null where the kernel does not tell.</summary>
    private int? ProcessOf(string name) => CredentialsOf(name).ProcessId is > 0 and int process ? process : null;

    private static void AddMatch(MethodCall call, string rule)
    {
        call.Caller.AddMatch(MatchRule.Parse(rule));
        call.Reply();
    }

    private static void RemoveMatch(MethodCall call, string rule)
    {
        call.Caller.RemoveMatch(MatchRule.Parse(rule));
        call.Reply();
    }

    private void RequestName(MethodCall call, string name)
    {
        MessageReader arguments = call.Arguments;
        arguments.ReadString();
        var flags = (NameFlags)arguments.ReadUInt32();
        string client = call.Caller.UniqueName!;
        IReadOnlyList<string> claims = bus.WellKnown.ClaimsOf(client);
        if (claims.Count >= DBusLimits.MostNamesOfOneClient && !claims.Contains(name, StringComparer.Ordinal))
        {
            throw DBusError.LimitsExceeded($"A client has at most {DBusLimits.MostNamesOfOneClient} names.");
        }

        ReplyNumber(call, (uint)bus.WellKnown.Request(Askable(name), client, flags));
    }

    private static string Askable(string name) => Names.IsWellKnown(name) && name != MessageBus.Name
        ? name
        : throw DBusError.InvalidArgs($"'{name}' is no name that can be asked for.");

    private void StartServiceByName(MethodCall call, string name)
    {
        if (bus.OwnerOf(name) is null)
        {
            throw DBusError.ServiceUnknown(name);
        }

        ReplyNumber(call, AlreadyRunning);
    }
}
