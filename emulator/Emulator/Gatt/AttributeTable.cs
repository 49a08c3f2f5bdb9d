namespace IqosDevice.Emulator.Gatt;

/// <summary>The attributes of one server in handle order, built once.</summary>
public sealed class AttributeTable
{
    /// <summary>Begins a primary service; characteristics added next belong to it.</summary>
    public void AddService(Uuid type)
    {
    }

    /// <summary>Adds declaration, value and, where it notifies or indicates, a CCCD.</summary>
    /// <returns>Handle of the value.</returns>
    public ushort AddCharacteristic(Uuid type, CharacteristicProperties properties, ICharacteristicHandler handler) => 0;
}
