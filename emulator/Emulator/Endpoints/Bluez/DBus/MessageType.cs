namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>Types of messages (D-Bus specification, "Message Format"). Unknown ones are ignored.</summary>
internal enum MessageType : byte
{
    Invalid = 0,
    MethodCall = 1,
    MethodReturn = 2,
    Error = 3,
    Signal = 4,
}
