namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>ATT error codes (Core 6.0, Vol 3, Part F, 3.4.1.1, table 3.4).</summary>
public static class GattProtocolError
{
    public static byte ReadNotPermitted => 0x02;

    public static byte WriteNotPermitted => 0x03;

    public static byte InvalidAttributeValueLength => 0x0D;

    public static byte UnlikelyError => 0x0E;

    public static byte InsufficientResources => 0x11;
}
