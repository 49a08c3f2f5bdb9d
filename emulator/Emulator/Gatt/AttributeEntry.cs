namespace IqosDevice.Emulator.Gatt;

/// <summary>One attribute: handle, type, and either a fixed value or the characteristic that it belongs to.</summary>
public sealed class AttributeEntry
{
    private AttributeEntry(ushort handle, Uuid type, AttributeRole role)
    {
        Handle = handle;
        Type = type;
        Role = role;
    }

    public ushort Handle { get; }

    public Uuid Type { get; }

    public AttributeRole Role { get; }

    /// <summary>Value of an attribute of the role <see cref="AttributeRole.Fixed"/>.</summary>
    public ReadOnlyMemory<byte> FixedValue { get; private init; }

    /// <summary>The service that this attribute declares, if it does.</summary>
    public GattService? DeclaredService { get; private init; }

    /// <summary>The characteristic whose value or configuration this is.</summary>
    public GattCharacteristic? Characteristic { get; private init; }

    public bool CanRead => Role != AttributeRole.CharacteristicValue || Characteristic!.CanRead;

    public bool CanWrite => Role switch
    {
        AttributeRole.CharacteristicValue => Characteristic!.CanWrite,
        AttributeRole.ClientConfiguration => true,
        _ => false,
    };

    internal static AttributeEntry Fixed(ushort handle, Uuid type, ReadOnlyMemory<byte> value, GattService? declares = null) =>
        new(handle, type, AttributeRole.Fixed) { FixedValue = value, DeclaredService = declares };

    internal static AttributeEntry ValueOf(GattCharacteristic characteristic) =>
        new(characteristic.ValueHandle, characteristic.Type, AttributeRole.CharacteristicValue)
        {
            Characteristic = characteristic,
        };

    internal static AttributeEntry ConfigurationOf(GattCharacteristic characteristic, ushort handle) =>
        new(handle, GattTypes.ClientCharacteristicConfiguration, AttributeRole.ClientConfiguration)
        {
            Characteristic = characteristic,
        };
}
