namespace IqosDevice.Portal.Security;

/// <summary>What may be uploaded: the first bytes decide what a file is, whatever it is called.</summary>
public static class UploadRules
{
    public const int MaximumBytes = 5 * 1024 * 1024;

    private static readonly (string Type, byte[] Start)[] Types =
    [
        ("application/pdf", "%PDF-"u8.ToArray()),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <summary>Type of a file, or null where it is none of those that are taken.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content)
    {
        foreach ((string type, byte[] start) in Types)
        {
            if (content.StartsWith(start))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>What is wrong with a file, as a problem code; null where nothing is.</summary>
    public static string? Refuse(ReadOnlySpan<byte> content) =>
        content.IsEmpty ? "file-needed"
        : content.Length > MaximumBytes ? "file-too-large"
        : TypeOf(content) is null ? "file-type"
        : null;
}
