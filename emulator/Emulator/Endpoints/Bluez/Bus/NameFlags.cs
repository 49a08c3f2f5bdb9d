namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>How a client asks for a name (D-Bus specification, "org.freedesktop.DBus.RequestName").</summary>
[Flags]
internal enum NameFlags : uint
{
    None = 0,
    AllowReplacement = 0x1,
    ReplaceExisting = 0x2,
    DoNotQueue = 0x4,
}
