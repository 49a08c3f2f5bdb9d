namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Definition of a characteristic.</summary>
public class GattLocalCharacteristicParameters
{
    public GattCharacteristicProperties CharacteristicProperties { get; set; }

    public GattProtectionLevel ReadProtectionLevel { get; set; }

    public GattProtectionLevel WriteProtectionLevel { get; set; }

    /// <summary>A value that never changes; the package answers reads with it and raises no event.</summary>
    public Buffer? StaticValue { get; set; }

    /// <summary>Text of a user description descriptor (2901); none where empty.</summary>
    public string UserDescription { get; set; } = string.Empty;
}
