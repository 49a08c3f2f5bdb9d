namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>How a service is advertised. Flags, the device's name and the service's UUID are added by the package.</summary>
public class GattServiceProviderAdvertisingParameters
{
    public bool IsConnectable { get; set; } = true;

    public bool IsDiscoverable { get; set; } = true;
}
