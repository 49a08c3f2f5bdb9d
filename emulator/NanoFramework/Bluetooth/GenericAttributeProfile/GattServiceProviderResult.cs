namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Outcome of <see cref="GattServiceProvider.Create"/>.</summary>
public class GattServiceProviderResult
{
    internal GattServiceProviderResult(GattServiceProvider serviceProvider) => ServiceProvider = serviceProvider;

    public BluetoothError Error => BluetoothError.Success;

    public GattServiceProvider ServiceProvider { get; }
}
