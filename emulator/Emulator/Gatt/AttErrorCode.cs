namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// ATT error code (Core 6.0, Vol 3, Part F, 3.4.1.1, table 3.4; 0xFC..0xFF from the Core Specification
/// Supplement, Part B). A byte, so that unknown codes survive.
/// </summary>
public readonly record struct AttErrorCode(byte Value)
{
    private const byte FirstApplicationError = 0x80;
    private const byte LastApplicationError = 0x9F;

    public static AttErrorCode Success => new(0x00);

    public static AttErrorCode InvalidHandle => new(0x01);

    public static AttErrorCode ReadNotPermitted => new(0x02);

    public static AttErrorCode WriteNotPermitted => new(0x03);

    public static AttErrorCode InvalidPdu => new(0x04);

    public static AttErrorCode InsufficientAuthentication => new(0x05);

    public static AttErrorCode RequestNotSupported => new(0x06);

    public static AttErrorCode InvalidOffset => new(0x07);

    public static AttErrorCode InsufficientAuthorization => new(0x08);

    public static AttErrorCode PrepareQueueFull => new(0x09);

    public static AttErrorCode AttributeNotFound => new(0x0A);

    public static AttErrorCode AttributeNotLong => new(0x0B);

    public static AttErrorCode EncryptionKeySizeTooShort => new(0x0C);

    public static AttErrorCode InvalidAttributeValueLength => new(0x0D);

    public static AttErrorCode UnlikelyError => new(0x0E);

    public static AttErrorCode InsufficientEncryption => new(0x0F);

    public static AttErrorCode UnsupportedGroupType => new(0x10);

    public static AttErrorCode InsufficientResources => new(0x11);

    public static AttErrorCode DatabaseOutOfSync => new(0x12);

    public static AttErrorCode ValueNotAllowed => new(0x13);

    public static AttErrorCode WriteRequestRejected => new(0xFC);

    public static AttErrorCode CccdImproperlyConfigured => new(0xFD);

    public static AttErrorCode ProcedureAlreadyInProgress => new(0xFE);

    public static AttErrorCode OutOfRange => new(0xFF);

    public bool IsSuccess => Value == 0;

    /// <summary>Defined by a higher layer: 0x80..0x9F.</summary>
    public bool IsApplicationError => Value is >= FirstApplicationError and <= LastApplicationError;

    /// <summary>The specification's name and the number, for people.</summary>
    public override string ToString() => $"{Name} (0x{Value:X2})";

    private string Name => Value switch
    {
        0x00 => "Success",
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
        >= FirstApplicationError and <= LastApplicationError => "Application Error",
        0xFC => "Write Request Rejected",
        0xFD => "Client Characteristic Configuration Descriptor Improperly Configured",
        0xFE => "Procedure Already in Progress",
        0xFF => "Out of Range",
        _ => "Reserved",
    };
}
