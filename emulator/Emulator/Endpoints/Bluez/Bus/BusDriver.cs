using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>The bus as an object of its own (D-Bus specification, "Message Bus Messages").</summary>
internal sealed class BusDriver : BusInterface
{
    public const string Path = "/org/freedesktop/DBus";

    private const uint PrimaryOwner = 1;
    private const uint Exists = 3;
    private const uint AlreadyOwner = 4;
    private const uint Released = 1;
    private const uint NonExistent = 2;
    private const uint NotOwner = 3;
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
            case "Hello": throw DBusError.AccessDenied("Hello has been said.");
            case "ListNames": ReplyStrings(call, bus.AllNames); break;
            case "ListActivatableNames": ReplyStrings(call, [MessageBus.Name]); break;
            case "GetId": call.Reply(bus.Guid); break;
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
            case "ReleaseName": ReleaseName(call, name); break;
            case "NameHasOwner": call.Reply("b", writer => writer.WriteBoolean(bus.OwnerOf(name) is not null)); break;
            case "StartServiceByName": StartServiceByName(call, name); break;
            case "GetNameOwner": call.Reply(OwnerOf(name)); break;
            case "ListQueuedOwners": ReplyStrings(call, [OwnerOf(name)]); break;
            case "GetConnectionUnixUser": ReplyNumber(call, CredentialsOf(name).UserId); break;
            case "GetConnectionUnixProcessID": ReplyNumber(call, (uint)CredentialsOf(name).ProcessId); break;
            default: GetConnectionCredentials(call, name); break;
        }
    }

    private void GetConnectionCredentials(MethodCall call, string name)
    {
        PeerCredentials credentials = CredentialsOf(name);
        call.Reply("a{sv}", writer => writer.WriteProperties(
            [new("UnixUserID", credentials.UserId), new("ProcessID", (uint)credentials.ProcessId)]));
    }

    private string OwnerOf(string name) => bus.OwnerOf(name) ?? throw DBusError.NameHasNoOwner(name);

    /// <summary>The bus and its services are this process.</summary>
    private PeerCredentials CredentialsOf(string name) =>
        bus.TryFindClient(OwnerOf(name), out BusConnection? client) ? client.Credentials : PeerCredentials.OfThisProcess;

    private static void AddMatch(MethodCall call, string rule)
    {
        call.Caller.AddMatch(MatchRule.Parse(rule));
        call.Reply();
    }

    private static void RemoveMatch(MethodCall call, string rule)
    {
        call.Caller.RemoveMatch(rule);
        call.Reply();
    }

    private void RequestName(MethodCall call, string name)
    {
        if (!Names.IsWellKnown(name))
        {
            throw DBusError.InvalidArgs($"'{name}' is no name that can be asked for.");
        }

        if (bus.CountNames(call.Caller) >= DBusLimits.MostNamesOfOneClient)
        {
            throw DBusError.LimitsExceeded($"A client has at most {DBusLimits.MostNamesOfOneClient} names.");
        }

        uint result = bus.OwnerOf(name) == call.Caller.UniqueName ? AlreadyOwner : bus.TryOwn(name, call.Caller) ? PrimaryOwner : Exists;
        ReplyNumber(call, result);
    }

    private void ReleaseName(MethodCall call, string name)
    {
        string? owner = bus.OwnerOf(name);
        if (owner == call.Caller.UniqueName && Names.IsWellKnown(name))
        {
            bus.Release(name, call.Caller);
            ReplyNumber(call, Released);
        }
        else
        {
            ReplyNumber(call, owner is null ? NonExistent : NotOwner);
        }
    }

    private void StartServiceByName(MethodCall call, string name)
    {
        if (bus.OwnerOf(name) is null)
        {
            throw DBusError.ServiceUnknown(name);
        }

        ReplyNumber(call, AlreadyRunning);
    }
}
