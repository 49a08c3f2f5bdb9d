namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Outcome of <see cref="GattLocalService.CreateCharacteristic"/>.</summary>
public class GattLocalCharacteristicResult
{
    internal GattLocalCharacteristicResult(GattLocalCharacteristic characteristic) => Characteristic = characteristic;

    public GattLocalCharacteristic Characteristic { get; }

    public BluetoothError Error => BluetoothError.Success;
}
