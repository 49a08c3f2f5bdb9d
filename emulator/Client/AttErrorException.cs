namespace IqosDevice.Client;

/// <summary>The holder answered an ATT request with an error (Core 6.0, Vol 3, Part F, 3.4.1.1).</summary>
public sealed class AttErrorException : HolderException
{
    public AttErrorException(byte requestOpcode, ushort handle, byte errorCode)
        : base($"ATT request 0x{requestOpcode:X2} on handle 0x{handle:X4} was refused with error 0x{errorCode:X2} ({Name(errorCode)}).")
    {
        RequestOpcode = requestOpcode;
        Handle = handle;
        ErrorCode = errorCode;
    }

    public byte RequestOpcode { get; }

    public ushort Handle { get; }

    public byte ErrorCode { get; }

    private static string Name(byte code) => code switch
    {
        0x01 => "Invalid Handle",
        0x02 => "Read Not Permitted",
        0x03 => "Write Not Permitted",
        0x04 => "Invalid PDU",
        0x05 => "Insufficient Authentication",
        0x06 => "Request Not Supported",
        0x07 => "Invalid Offset",
        0x08 => "Insufficient Authorization",
        0x09 => "Prepare Queue Full",
        0x0A => "Attribute Not Found",
        0x0B => "Attribute Not Long",
        0x0C => "Encryption Key Size Too Short",
        0x0D => "Invalid Attribute Value Length",
        0x0E => "Unlikely Error",
        0x0F => "Insufficient Encryption",
        0x10 => "Unsupported Group Type",
        0x11 => "Insufficient Resources",
        0x12 => "Database Out Of Sync",
        0x13 => "Value Not Allowed",
        >= 0x80 and <= 0x9F => "application error",
        _ => "unknown",
    };
}
