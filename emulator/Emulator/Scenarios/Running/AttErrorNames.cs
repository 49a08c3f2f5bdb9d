using System.Globalization;
using System.Reflection;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>ATT errors by the names that they have in <see cref="AttErrorCode"/>.</summary>
internal static class AttErrorNames
{
    private static readonly IReadOnlyDictionary<string, AttErrorCode> Codes = typeof(AttErrorCode)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(AttErrorCode))
        .ToDictionary(property => property.Name, property => (AttErrorCode)property.GetValue(null)!, StringComparer.Ordinal);

    public static IEnumerable<string> All => Codes.Keys;

    /// <summary>By name, or by number as in 0x80; null where the text is neither.</summary>
    public static AttErrorCode? Find(string text)
    {
        if (Codes.TryGetValue(text, out AttErrorCode code))
        {
            return code;
        }

        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && byte.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte number)
                ? new AttErrorCode(number)
                : null;
    }
}
