namespace IqosDevice.Emulator.Gatt;

/// <summary>Attribute types that GATT itself defines (Core 6.0, Vol 3, Part G, 3.3 and table 3.1..3.8).</summary>
public static class GattTypes
{
    public static Uuid PrimaryService => Uuid.FromShort(0x2800);

    public static Uuid SecondaryService => Uuid.FromShort(0x2801);

    public static Uuid Include => Uuid.FromShort(0x2802);

    public static Uuid Characteristic => Uuid.FromShort(0x2803);

    public static Uuid CharacteristicUserDescription => Uuid.FromShort(0x2901);

    public static Uuid ClientCharacteristicConfiguration => Uuid.FromShort(0x2902);

    public static Uuid CharacteristicPresentationFormat => Uuid.FromShort(0x2904);
}
