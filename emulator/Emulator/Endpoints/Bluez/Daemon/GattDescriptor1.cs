using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Bluez.Link;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>A descriptor of a connected holder's characteristic (org.bluez.GattDescriptor1).</summary>
internal sealed class GattDescriptor1 : BusInterface
{
    private const string InterfaceName = "org.bluez.GattDescriptor1";

    private readonly BusService service;
    private readonly DeviceLink link;
    private readonly string characteristicPath;
    private readonly RemoteDescriptor remote;
    private readonly SharedRead reads = new();
    private byte[]? value;
    private bool isWriting;

    public GattDescriptor1(BusService service, DeviceLink link, string characteristicPath, RemoteDescriptor remote)
    {
        this.service = service;
        this.link = link;
        this.characteristicPath = characteristicPath;
        this.remote = remote;
    }

    public override InterfaceDescription Description => SharedDescription;

    private static InterfaceDescription SharedDescription { get; } = new(InterfaceName)
    {
        Methods = [new("ReadValue", ["a{sv} options"], ["ay value"]), new("WriteValue", ["ay value", "a{sv} options"], [])],
        Properties = [new("UUID", "s"), new("Characteristic", "o"), new("Value", "ay"), new("Handle", "q")],
    };

    private string Path => $"{characteristicPath}/desc{remote.Handle:x4}";

    public override object? Get(string property, BusConnection viewer) => property switch
    {
        "UUID" => BluezUuid.ToText(remote.Type),
        "Characteristic" => new ObjectPath(characteristicPath),
        "Value" => value is { Length: > 0 } ? value : null,
        "Handle" => remote.Handle,
        _ => null,
    };

    public override void Call(MethodCall call)
    {
        if (call.Member == "ReadValue")
        {
            reads.Ask(call, link, remote.Handle, SetValue);
        }
        else
        {
            WriteValue(call);
        }
    }

    private void SetValue(byte[] arrived)
    {
        value = arrived;
        service.EmitChanged(Path, InterfaceName, [new("Value", arrived)], [], link.IsFor);
    }

    private void WriteValue(MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        byte[] written = arguments.ReadBytes().ToArray();
        GattOptions options = GattOptions.Read(ref arguments);

        // As the daemon has it: subscriptions are made with StartNotify and StopNotify.
        if (remote.Type == GattTypes.ClientCharacteristicConfiguration)
        {
            throw BluezError.NotPermitted("Write not permitted");
        }

        GattProcedures procedures = link.Procedures;
        if (isWriting)
        {
            throw BluezError.InProgress();
        }

        isWriting = true;
        procedures.Write(remote.Handle, options.Offset, written, error =>
        {
            isWriting = false;
            call.Answer(error);
        });
    }
}
