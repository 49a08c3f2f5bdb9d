using IqosDevice.Emulator.Endpoints.Bluez.Bus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>Would let clients advertise (org.bluez.LEAdvertisingManager1); this adapter is a central alone.</summary>
internal sealed class LEAdvertisingManager1 : BusInterface
{
    public override InterfaceDescription Description { get; } = new("org.bluez.LEAdvertisingManager1")
    {
        Methods =
        [
            new("RegisterAdvertisement", ["o advertisement", "a{sv} options"], []),
            new("UnregisterAdvertisement", ["o advertisement"], []),
        ],
        Properties = [new("ActiveInstances", "y"), new("SupportedInstances", "y"), new("SupportedIncludes", "as")],
    };

    public override void Call(MethodCall call) => throw BluezError.NotSupported();

    public override object? Get(string property, BusConnection viewer) => property switch
    {
        "ActiveInstances" or "SupportedInstances" => (byte)0,
        "SupportedIncludes" => Array.Empty<string>(),
        _ => null,
    };
}
