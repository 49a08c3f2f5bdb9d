namespace nanoFramework.Device.Bluetooth;

/// <summary>Number of a connection.</summary>
public class BluetoothDeviceId
{
    internal BluetoothDeviceId(int id) => Id = id;

    public int Id { get; }

    public bool IsClassicDevice => false;

    public bool IsLowEnergyDevice => true;

    public static BluetoothDeviceId FromId(int deviceId) => new(deviceId);
}
