using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Bluez.Link;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>
/// A characteristic of a connected holder (org.bluez.GattCharacteristic1). Values pass by call and by signal only: without
/// AcquireWrite, AcquireNotify and their properties, every client uses WriteValue and StartNotify.
/// </summary>
internal sealed class GattCharacteristic1 : BusInterface
{
    private const string InterfaceName = "org.bluez.GattCharacteristic1";

    private static readonly (CharacteristicProperties Property, string Name)[] FlagNames =
    [
        (CharacteristicProperties.Broadcast, "broadcast"),
        (CharacteristicProperties.Read, "read"),
        (CharacteristicProperties.WriteWithoutResponse, "write-without-response"),
        (CharacteristicProperties.Write, "write"),
        (CharacteristicProperties.Notify, "notify"),
        (CharacteristicProperties.Indicate, "indicate"),
        (CharacteristicProperties.AuthenticatedSignedWrites, "authenticated-signed-writes"),
        (CharacteristicProperties.ExtendedProperties, "extended-properties"),
    ];

    // Client Characteristic Configuration (Core 6.0, Vol 3, Part G, 3.3.3.3).
    private static readonly byte[] NoValues = [0, 0];
    private static readonly byte[] Notifications = [1, 0];
    private static readonly byte[] Indications = [2, 0];

    private readonly BusService service;
    private readonly DeviceLink link;
    private readonly string path;
    private readonly string servicePath;
    private readonly RemoteCharacteristic remote;
    private readonly HashSet<BusConnection> subscribers = [];
    private readonly SharedRead reads = new();
    private byte[]? value;
    private bool isWriting;
    private bool isConfiguring;

    public GattCharacteristic1(BusService service, DeviceLink link, string path, string servicePath, RemoteCharacteristic remote)
    {
        this.service = service;
        this.link = link;
        this.path = path;
        this.servicePath = servicePath;
        this.remote = remote;
    }

    public override InterfaceDescription Description => SharedDescription;

    private static InterfaceDescription SharedDescription { get; } = new(InterfaceName)
    {
        Methods =
        [
            new("ReadValue", ["a{sv} options"], ["ay value"]),
            new("WriteValue", ["ay value", "a{sv} options"], []),
            new("StartNotify"),
            new("StopNotify"),
        ],
        Properties =
        [
            new("UUID", "s"), new("Service", "o"), new("Value", "ay"), new("Notifying", "b"), new("Flags", "as"), new("MTU", "q"),
            new("Handle", "q"),
        ],
    };

    private bool CanNotify =>
        remote.Properties.HasFlag(CharacteristicProperties.Notify) || remote.Properties.HasFlag(CharacteristicProperties.Indicate);

    private ushort? ConfigurationHandle => remote.Descriptors.Find(descriptor => descriptor.Type == GattTypes.ClientCharacteristicConfiguration)?.Handle;

    public override object? Get(string property, BusConnection viewer) => property switch
    {
        "UUID" => BluezUuid.ToText(remote.Type),
        "Service" => new ObjectPath(servicePath),
        "Value" => value is { Length: > 0 } ? value : null,
        "Notifying" => CanNotify ? subscribers.Count > 0 : null,
        "Flags" => FlagNames.Where(flag => remote.Properties.HasFlag(flag.Property)).Select(flag => flag.Name).ToArray(),
        "MTU" => link.Mtu,
        "Handle" => remote.DeclarationHandle,
        _ => null,
    };

    public override void Call(MethodCall call)
    {
        switch (call.Member)
        {
            case "ReadValue": reads.Ask(call, link, remote.ValueHandle, SetValue); break;
            case "WriteValue": WriteValue(call); break;
            case "StartNotify": StartNotify(call); break;
            default: StopNotify(call); break;
        }
    }

    /// <summary>The holder sent a value of its own accord.</summary>
    public void ValueArrived(ReadOnlySpan<byte> arrived) => SetValue(arrived.ToArray());

    /// <summary>A client has left the bus: its subscription ends with it.</summary>
    public void ClientLeft(BusConnection client)
    {
        if (subscribers.Remove(client) && subscribers.Count == 0)
        {
            Configure(NoValues, _ => EmitNotifying());
        }
    }

    /// <summary>Every value is told as a change, one that is read or the same as before, too, as the daemon does; clients count on it.</summary>
    private void SetValue(byte[] arrived)
    {
        value = arrived;
        service.EmitChanged(path, InterfaceName, [new("Value", arrived)], [], link.IsFor);
    }

    private void WriteValue(MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        byte[] written = arguments.ReadBytes().ToArray();
        GattOptions options = GattOptions.Read(ref arguments);
        if (written.Length > AttLimits.LongestValueBytes)
        {
            throw BluezError.InvalidValueLength();
        }

        GattProcedures procedures = link.Procedures;
        if (isWriting)
        {
            throw BluezError.InProgress();
        }

        if (IsCommand(options))
        {
            // The answer first: what the holder says in return comes after it.
            call.Reply();
            procedures.WriteWithoutResponse(remote.ValueHandle, written);
            return;
        }

        isWriting = true;
        procedures.Write(remote.ValueHandle, options.Offset, written, error =>
        {
            isWriting = false;
            call.Answer(error);
        });
    }

    /// <summary>The client's word counts; without one, a write that is answered is preferred (src/gatt-client.c, characteristic_write_value).</summary>
    private bool IsCommand(GattOptions options)
    {
        if (options.Type is null or "request" && remote.Properties.HasFlag(CharacteristicProperties.Write))
        {
            return false;
        }

        bool canCommand = options is { Type: null or "command", Offset: 0 } && remote.Properties.HasFlag(CharacteristicProperties.WriteWithoutResponse);
        return canCommand ? true : throw BluezError.NotSupported();
    }

    private void StartNotify(MethodCall call)
    {
        byte[] wanted = remote.Properties.HasFlag(CharacteristicProperties.Notify) ? Notifications
            : remote.Properties.HasFlag(CharacteristicProperties.Indicate) ? Indications
            : throw BluezError.NotSupported();
        if (subscribers.Count > 0)
        {
            subscribers.Add(call.Caller);
            call.Reply();
            return;
        }

        if (isConfiguring)
        {
            throw BluezError.InProgress();
        }

        Configure(wanted, error =>
        {
            if (error.IsSuccess)
            {
                subscribers.Add(call.Caller);
                EmitNotifying();
            }

            call.Answer(error);
        });
    }

    private void StopNotify(MethodCall call)
    {
        if (!subscribers.Remove(call.Caller))
        {
            throw BluezError.Failed("No notify session started");
        }

        if (subscribers.Count > 0)
        {
            call.Reply();
            return;
        }

        Configure(NoValues, error =>
        {
            EmitNotifying();
            call.Answer(error);
        });
    }

    private void Configure(byte[] configuration, Action<AttErrorCode> then)
    {
        if (ConfigurationHandle is not { } handle)
        {
            then(AttErrorCode.RequestNotSupported);
            return;
        }

        GattProcedures procedures = link.Procedures;
        isConfiguring = true;
        procedures.Write(handle, 0, configuration, error =>
        {
            isConfiguring = false;
            then(error);
        });
    }

    private void EmitNotifying() =>
        service.EmitChanged(path, InterfaceName, [new("Notifying", subscribers.Count > 0)], [], link.IsFor);
}
