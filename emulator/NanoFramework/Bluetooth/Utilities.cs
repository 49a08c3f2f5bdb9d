namespace nanoFramework.Device.Bluetooth;

/// <summary>Helpers for UUIDs.</summary>
public static class Utilities
{
    /// <summary>A UUID assigned by the Bluetooth SIG, on the base 0000xxxx-0000-1000-8000-00805F9B34FB.</summary>
    public static Guid CreateUuidFromShortCode(ushort uuid16) =>
        new(uuid16, 0, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9B, 0x34, 0xFB);
}
