namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A service of this server.</summary>
public class GattLocalService
{
    private readonly List<GattLocalCharacteristic> characteristics = [];

    internal GattLocalService(Guid uuid) => Uuid = uuid;

    public Guid Uuid { get; }

    public GattLocalCharacteristic[] Characteristics => [.. characteristics];

    public GattLocalCharacteristicResult CreateCharacteristic(Guid characteristicUuid, GattLocalCharacteristicParameters parameters)
    {
        var characteristic = new GattLocalCharacteristic(characteristicUuid, parameters);
        characteristics.Add(characteristic);
        return new GattLocalCharacteristicResult(characteristic);
    }
}
