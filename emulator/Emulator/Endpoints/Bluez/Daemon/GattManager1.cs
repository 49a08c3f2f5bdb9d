using IqosDevice.Emulator.Endpoints.Bluez.Bus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>Would let clients be servers (org.bluez.GattManager1); this adapter is a central alone.</summary>
internal sealed class GattManager1 : BusInterface
{
    public override InterfaceDescription Description { get; } = new("org.bluez.GattManager1")
    {
        Methods =
        [
            new("RegisterApplication", ["o application", "a{sv} options"], []),
            new("UnregisterApplication", ["o application"], []),
        ],
    };

    public override void Call(MethodCall call) => throw BluezError.NotSupported();
}
