namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>How a client wrote.</summary>
public enum GattWriteOption
{
    WriteWithResponse = 0,
    WriteWithoutResponse = 1,
}
