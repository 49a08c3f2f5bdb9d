namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>UUIDs of characteristics that the Bluetooth SIG has assigned.</summary>
public static class GattCharacteristicUuids
{
    public static Guid BatteryLevel => Utilities.CreateUuidFromShortCode(0x2A19);

    public static Guid ManufacturerNameString => Utilities.CreateUuidFromShortCode(0x2A29);

    public static Guid ModelNumberString => Utilities.CreateUuidFromShortCode(0x2A24);

    public static Guid SerialNumberString => Utilities.CreateUuidFromShortCode(0x2A25);

    public static Guid SoftwareRevisionString => Utilities.CreateUuidFromShortCode(0x2A28);
}
