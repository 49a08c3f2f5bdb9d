namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>What comes of giving a name back (D-Bus specification, "org.freedesktop.DBus.ReleaseName").</summary>
internal enum ReleaseNameReply : uint
{
    Released = 1,
    NonExistent = 2,
    NotOwner = 3,
}
