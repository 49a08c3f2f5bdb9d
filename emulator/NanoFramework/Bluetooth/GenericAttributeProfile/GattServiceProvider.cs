namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Defines and advertises a service.</summary>
public class GattServiceProvider
{
    private GattServiceProvider(Guid serviceUuid) => Service = new GattLocalService(serviceUuid);

    public GattLocalService Service { get; }

    public GattServiceProviderAdvertisementStatus AdvertisementStatus { get; private set; }

    /// <summary>
    /// Defines a service; one with the same UUID is replaced. The first service of all brings a Device Information
    /// service with the package's own values along.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The first service is Device Information itself: the package would replace it for ever.
    /// </exception>
    public static GattServiceProviderResult Create(Guid serviceUuid)
    {
        BluetoothLEServer server = BluetoothLEServer.Instance;
        var provider = new GattServiceProvider(serviceUuid);
        if (server.AddOrReplace(provider))
        {
            if (serviceUuid == GattServiceUuids.DeviceInformation)
            {
                throw new InvalidOperationException("Device Information cannot be the first service of a server.");
            }

            server.AddOrReplace(CreateDefaultDeviceInformation());
        }

        return new GattServiceProviderResult(provider);
    }

    public void StartAdvertising() => StartAdvertising(new GattServiceProviderAdvertisingParameters());

    /// <summary>Brings the stack up with all services defined so far and advertises this one.</summary>
    public void StartAdvertising(GattServiceProviderAdvertisingParameters parameters)
    {
        BluetoothLEServer.Instance.Advertise(Service.Uuid);
        AdvertisementStatus = GattServiceProviderAdvertisementStatus.Started;
    }

    /// <summary>Tears the state of the stack down, services included: not a way to pause.</summary>
    public void StopAdvertising()
    {
        BluetoothLEServer.Instance.Stop();
        AdvertisementStatus = GattServiceProviderAdvertisementStatus.Stopped;
    }

    private static GattServiceProvider CreateDefaultDeviceInformation()
    {
        var provider = new GattServiceProvider(GattServiceUuids.DeviceInformation);
        AddText(provider.Service, GattCharacteristicUuids.ManufacturerNameString, "nanoFramework");
        AddText(provider.Service, GattCharacteristicUuids.ModelNumberString, "ESP32");
        return provider;
    }

    private static void AddText(GattLocalService service, Guid uuid, string text)
    {
        var writer = new DataWriter();
        writer.WriteString(text);
        service.CreateCharacteristic(uuid, new GattLocalCharacteristicParameters
        {
            CharacteristicProperties = GattCharacteristicProperties.Read,
            StaticValue = writer.DetachBuffer(),
        });
    }
}
