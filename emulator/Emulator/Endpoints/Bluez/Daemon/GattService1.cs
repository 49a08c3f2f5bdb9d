using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Bluez.Link;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>A service of a connected holder (org.bluez.GattService1).</summary>
internal sealed class GattService1 : BusInterface
{
    private readonly string devicePath;
    private readonly RemoteService remote;

    public GattService1(string devicePath, RemoteService remote)
    {
        this.devicePath = devicePath;
        this.remote = remote;
    }

    public override InterfaceDescription Description { get; } = new("org.bluez.GattService1")
    {
        Properties = [new("UUID", "s"), new("Device", "o"), new("Primary", "b"), new("Includes", "ao"), new("Handle", "q")],
    };

    public override object? Get(string property, BusConnection viewer) => property switch
    {
        "UUID" => BluezUuid.ToText(remote.Type),
        "Device" => new ObjectPath(devicePath),
        "Primary" => true,
        "Includes" => Array.Empty<ObjectPath>(),
        "Handle" => remote.StartHandle,
        _ => null,
    };
}
