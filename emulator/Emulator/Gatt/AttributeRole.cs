namespace IqosDevice.Emulator.Gatt;

/// <summary>Where an attribute's value comes from.</summary>
public enum AttributeRole
{
    /// <summary>A declaration or a descriptor that never changes; read only.</summary>
    Fixed,

    /// <summary>The owner of the characteristic is asked.</summary>
    CharacteristicValue,

    /// <summary>The server keeps it, for each connection anew.</summary>
    ClientConfiguration,
}
