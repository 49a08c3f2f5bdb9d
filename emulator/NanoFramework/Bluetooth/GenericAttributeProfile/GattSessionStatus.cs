namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>State of the link.</summary>
public enum GattSessionStatus
{
    Closed = 0,
    Active = 1,
}
