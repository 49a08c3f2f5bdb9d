namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A link to a client.</summary>
public class GattSession
{
    internal GattSession(BluetoothDeviceId deviceId) => DeviceId = deviceId;

    public delegate void GattSessionStatusChangedEventHandler(object sender, GattSessionStatusChangedEventArgs args);

    public event GattSessionStatusChangedEventHandler? SessionStatusChanged;

    public event EventHandler? MaxPduSizeChanged;

    public BluetoothDeviceId DeviceId { get; }

    /// <summary>ATT MTU; 0 until the client has exchanged it, and for ever in any session but the server's own.</summary>
    public ushort MaxMtuSize { get; private set; }

    public static GattSession FromDeviceId(BluetoothDeviceId deviceId) => new(deviceId);

    internal void ChangeStatus(bool connected)
    {
        MaxMtuSize = 0;
        var args = new GattSessionStatusChangedEventArgs(connected ? GattSessionStatus.Active : GattSessionStatus.Closed);
        SessionStatusChanged?.Invoke(this, args);
    }

    internal void ChangeMtu(ushort mtu)
    {
        MaxMtuSize = mtu;
        MaxPduSizeChanged?.Invoke(this, EventArgs.Empty);
    }
}
