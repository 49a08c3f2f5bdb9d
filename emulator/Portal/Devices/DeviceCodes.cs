using System.Diagnostics.CodeAnalysis;

namespace IqosDevice.Portal.Devices;

/// <summary>Device codes as people type them.</summary>
public static class DeviceCodes
{
    public const int Length = 14;

    /// <summary>Reads a code in any case, with or without spaces and hyphens.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? code)
    {
        code = text is { Length: <= 2 * Length }
            ? new string([.. text.Where(letter => letter is not (' ' or '-')).Select(char.ToUpperInvariant)])
            : null;
        if (code is { Length: Length } && code.All(char.IsAsciiLetterOrDigit))
        {
            return true;
        }

        code = null;
        return false;
    }
}
