namespace IqosDevice.Emulator.Gatt;

/// <summary>Bluetooth UUID, 16 or 128 bit (Core 6.0, Vol 3, Part B, 2.5.1).</summary>
public readonly record struct Uuid(Guid Value)
{
    /// <summary>A UUID assigned by the Bluetooth SIG, on the base 0000xxxx-0000-1000-8000-00805F9B34FB.</summary>
    public static Uuid FromShort(ushort value) => new(new Guid(value, 0, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9B, 0x34, 0xFB));
}
