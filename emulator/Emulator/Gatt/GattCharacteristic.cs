namespace IqosDevice.Emulator.Gatt;

/// <summary>A characteristic in an <see cref="AttributeTable"/> (Core 6.0, Vol 3, Part G, 3.3).</summary>
public sealed class GattCharacteristic
{
    private readonly List<AttributeEntry> descriptors = [];

    internal GattCharacteristic(
        GattService service,
        Uuid type,
        CharacteristicProperties properties,
        ICharacteristicHandler handler,
        ushort declarationHandle)
    {
        Service = service;
        Type = type;
        Properties = properties;
        Handler = handler;
        DeclarationHandle = declarationHandle;
        CanRead = properties.HasFlag(CharacteristicProperties.Read);
        CanWrite = properties.HasFlag(CharacteristicProperties.Write)
            || properties.HasFlag(CharacteristicProperties.WriteWithoutResponse);
        AllowedConfiguration =
            (properties.HasFlag(CharacteristicProperties.Notify) ? ClientConfiguration.Notification : ClientConfiguration.None)
            | (properties.HasFlag(CharacteristicProperties.Indicate) ? ClientConfiguration.Indication : ClientConfiguration.None);
    }

    public GattService Service { get; }

    public Uuid Type { get; }

    public CharacteristicProperties Properties { get; }

    public ICharacteristicHandler Handler { get; }

    public ushort DeclarationHandle { get; }

    /// <summary>Handle of the value, which always follows the declaration.</summary>
    public ushort ValueHandle => (ushort)(DeclarationHandle + 1);

    /// <summary>The CCCD where there is one, then the others, in handle order.</summary>
    public IReadOnlyList<AttributeEntry> Descriptors => descriptors;

    public bool CanRead { get; }

    /// <summary>
    /// Either property allows both requests and commands, as in NimBLE, the host stack under nanoFramework on the
    /// ESP32: the attribute's permission knows only "write".
    /// </summary>
    public bool CanWrite { get; }

    /// <summary>What a client may set in the CCCD; none where there is no CCCD.</summary>
    public ClientConfiguration AllowedConfiguration { get; }

    internal void Add(AttributeEntry descriptor) => descriptors.Add(descriptor);
}
