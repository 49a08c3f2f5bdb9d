using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.NanoFramework.Host;

/// <summary>The Bluetooth controller and host stack under <c>BluetoothLEServer</c>.</summary>
public interface IBluetoothPort
{
    /// <summary>ATT MTU of the link; 0 until the client has exchanged it.</summary>
    ushort AttMtu { get; }

    /// <summary>
    /// Brings the stack up with these services and advertises. Called once; afterwards the port delivers the
    /// client's requests through <see cref="GattDispatcher"/>.
    /// </summary>
    void Start(string deviceName, IReadOnlyList<GattServiceProvider> services, Guid advertisedService, GattDispatcher dispatcher);

    /// <summary>Takes the stack down; an existing link is dropped.</summary>
    void Stop();

    /// <summary>Sends a notification (or an indication, where the client asked for that).</summary>
    /// <returns>False where no client is connected or subscribed.</returns>
    bool Notify(GattLocalCharacteristic characteristic, byte[] value);
}
