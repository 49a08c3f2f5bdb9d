namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>Flags of a message (D-Bus specification, "Message Format").</summary>
[Flags]
internal enum MessageFlags : byte
{
    None = 0,
    NoReplyExpected = 0x01,
    NoAutoStart = 0x02,
    AllowInteractiveAuthorization = 0x04,
}
