using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Link;

/// <summary>A characteristic as discovery found it.</summary>
internal sealed record RemoteCharacteristic(
    ushort DeclarationHandle, ushort ValueHandle, CharacteristicProperties Properties, Uuid Type)
{
    public List<RemoteDescriptor> Descriptors { get; } = [];
}
