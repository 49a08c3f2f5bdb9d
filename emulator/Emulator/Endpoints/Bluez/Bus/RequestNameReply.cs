namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>What comes of asking for a name (D-Bus specification, "org.freedesktop.DBus.RequestName").</summary>
internal enum RequestNameReply : uint
{
    PrimaryOwner = 1,
    InQueue = 2,
    Exists = 3,
    AlreadyOwner = 4,
}
