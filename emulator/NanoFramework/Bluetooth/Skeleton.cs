namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

public class GattServiceProvider
{
}

public class GattLocalCharacteristic
{
}
