namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A client came or went.</summary>
public class GattSessionStatusChangedEventArgs
{
    internal GattSessionStatusChangedEventArgs(GattSessionStatus status) => Status = status;

    public BluetoothError Error => BluetoothError.Success;

    public GattSessionStatus Status { get; }
}
