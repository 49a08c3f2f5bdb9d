using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez;

/// <summary>A holder in reach of the adapter.</summary>
/// <param name="Peripheral">Used on the simulation's thread only.</param>
/// <param name="Address">Where it is met; each holder has another.</param>
public sealed record BluezHolder(GattPeripheral Peripheral, BluetoothAddress Address);
