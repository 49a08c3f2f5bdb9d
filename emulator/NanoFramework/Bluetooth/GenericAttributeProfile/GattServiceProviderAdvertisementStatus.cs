namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>State of a service's advertisement.</summary>
public enum GattServiceProviderAdvertisementStatus
{
    Created = 0,
    Stopped = 1,
    Started = 2,
    Aborted = 3,
    StartedWithoutAllAdvertisementData = 4,
}
