namespace IqosDevice.Emulator.Gatt;

/// <summary>ATT error code (Core 6.0, Vol 3, Part F, 3.4.1.1, table 3.4). A byte, so that unknown codes survive.</summary>
public readonly record struct AttErrorCode(byte Value)
{
    public static AttErrorCode Success => new(0x00);

    public static AttErrorCode UnlikelyError => new(0x0E);
}
