namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Characteristic properties; the low byte travels (Core 6.0, Vol 3, Part G, 3.3.1.1).</summary>
[Flags]
public enum GattCharacteristicProperties : uint
{
    None = 0,
    Broadcast = 1,
    Read = 2,
    WriteWithoutResponse = 4,
    Write = 8,
    Notify = 16,
    Indicate = 32,
    AuthenticatedSignedWrites = 64,
    ExtendedProperties = 128,
    ReliableWrites = 256,
    WritableAuxiliaries = 512,
}
