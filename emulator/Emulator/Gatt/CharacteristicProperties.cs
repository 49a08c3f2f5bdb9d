namespace IqosDevice.Emulator.Gatt;

/// <summary>Characteristic properties (Core 6.0, Vol 3, Part G, 3.3.1.1, table 3.5).</summary>
[Flags]
public enum CharacteristicProperties : byte
{
    None = 0x00,
    Broadcast = 0x01,
    Read = 0x02,
    WriteWithoutResponse = 0x04,
    Write = 0x08,
    Notify = 0x10,
    Indicate = 0x20,
    AuthenticatedSignedWrites = 0x40,
    ExtendedProperties = 0x80,
}
