using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Link;

/// <summary>A service as discovery found it.</summary>
internal sealed record RemoteService(ushort StartHandle, ushort EndHandle, Uuid Type)
{
    public List<RemoteCharacteristic> Characteristics { get; } = [];
}
