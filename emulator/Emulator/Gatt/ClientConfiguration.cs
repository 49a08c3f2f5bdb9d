namespace IqosDevice.Emulator.Gatt;

/// <summary>Client Characteristic Configuration (Core 6.0, Vol 3, Part G, 3.3.3.3, table 3.11).</summary>
[Flags]
public enum ClientConfiguration : ushort
{
    None = 0x0000,
    Notification = 0x0001,
    Indication = 0x0002,
}
