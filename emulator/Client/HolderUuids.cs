using IqosDevice.Client.Gatt;

namespace IqosDevice.Client;

/// <summary>The holder's services and characteristics.</summary>
public static class HolderUuids
{
    public static Guid CoreService { get; } = new("daebb240-b041-11e4-9e45-0002a5d5c51b");

    public static Guid BatteryInformation { get; } = new("f8a54120-b041-11e4-9be7-0002a5d5c51b");

    public static Guid ScpControlPoint { get; } = new("e16c6e20-b041-11e4-a4c3-0002a5d5c51b");

    public static Guid DeviceStatus { get; } = new("ecdfa4c0-b041-11e4-8b67-0002a5d5c51b");

    public static Guid HolderStatus { get; } = new("6cba9c12-9b0b-47ce-a78e-e6ed36c553b9");

    public static Guid EventLog { get; } = new("6cba9c13-9b0b-47ce-a78e-e6ed36c553b9");

    public static Guid ModelNumber { get; } = BluetoothUuid.FromShort(0x2A24);

    public static Guid SerialNumber { get; } = BluetoothUuid.FromShort(0x2A25);

    public static Guid SoftwareRevision { get; } = BluetoothUuid.FromShort(0x2A28);

    public static Guid ManufacturerName { get; } = BluetoothUuid.FromShort(0x2A29);

    public static Guid BatteryLevel { get; } = BluetoothUuid.FromShort(0x2A19);
}
