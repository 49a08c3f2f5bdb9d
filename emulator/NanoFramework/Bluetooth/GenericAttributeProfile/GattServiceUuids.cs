namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>UUIDs of services that the Bluetooth SIG has assigned.</summary>
public static class GattServiceUuids
{
    public static Guid Battery => Utilities.CreateUuidFromShortCode(0x180F);

    public static Guid DeviceInformation => Utilities.CreateUuidFromShortCode(0x180A);
}
