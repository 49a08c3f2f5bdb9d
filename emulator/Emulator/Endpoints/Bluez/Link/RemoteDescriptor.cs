using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Link;

/// <summary>A descriptor as discovery found it.</summary>
internal sealed record RemoteDescriptor(ushort Handle, Uuid Type);
