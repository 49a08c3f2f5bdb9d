namespace IqosDevice.Emulator.Gatt;

/// <summary>Bluetooth UUID, 16 or 128 bit (Core 6.0, Vol 3, Part B, 2.5.1). On the air its bytes go last first.</summary>
public readonly record struct Uuid(Guid Value)
{
    /// <summary>Bytes of a 16-bit UUID on the air.</summary>
    public const int ShortBytes = 2;

    /// <summary>Bytes of a 128-bit UUID on the air.</summary>
    public const int LongBytes = 16;

    /// <summary>True where the UUID lies on the SIG's base, and goes over the air in 2 bytes.</summary>
    public bool IsShort => FromShort(ShortValue) == this;

    /// <summary>Bytes on the air: 2 or 16.</summary>
    public int SizeBytes => IsShort ? ShortBytes : LongBytes;

    /// <summary>The 16 bits of a UUID for which <see cref="IsShort"/> holds.</summary>
    public ushort ShortValue
    {
        get
        {
            Span<byte> bytes = stackalloc byte[LongBytes];
            Value.TryWriteBytes(bytes, bigEndian: true, out _);
            return System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        }
    }

    /// <summary>A UUID assigned by the Bluetooth SIG, on the base 0000xxxx-0000-1000-8000-00805F9B34FB.</summary>
    public static Uuid FromShort(ushort value) => new(new Guid(value, 0, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9B, 0x34, 0xFB));

    /// <summary>Reads four hex digits (<c>180a</c>) or the long form (<c>daebb240-b041-11e4-9e45-0002a5d5c51b</c>).</summary>
    /// <exception cref="FormatException">Neither form.</exception>
    public static Uuid Parse(string text) =>
        text.Length == 2 * ShortBytes
            ? FromShort(ushort.Parse(text, System.Globalization.NumberStyles.AllowHexSpecifier))
            : new Uuid(Guid.Parse(text));

    /// <summary>Four hex digits, or the long form.</summary>
    public override string ToString() => IsShort ? ShortValue.ToString("x4") : Value.ToString();
}
