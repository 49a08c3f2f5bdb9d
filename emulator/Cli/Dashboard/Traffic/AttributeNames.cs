using System.Globalization;
using System.Reflection;
using System.Text;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Dashboard.Traffic;

/// <summary>The holder's attributes in words, after the names that the firmware has for their UUIDs.</summary>
internal static class AttributeNames
{
    private static readonly Dictionary<Uuid, string> Names = typeof(GattUuids)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            field => field.GetRawConstantValue() is ushort number ? Uuid.FromShort(number) : Uuid.Parse((string)field.GetRawConstantValue()!),
            field => CamelCase.ToWords(field.Name).Replace("Scp", "SCP", StringComparison.Ordinal));

    /// <summary>E.g. "Battery Information", or "Battery Information, subscription"; empty for none.</summary>
    public static string Of(AttributeEntry? attribute)
    {
        if (attribute is null)
        {
            return string.Empty;
        }

        Uuid type = attribute.Characteristic?.Type ?? attribute.Type;
        string name = Names.GetValueOrDefault(type, type.ToString());
        return attribute.Role == AttributeRole.ClientConfiguration ? name + ", subscription" : name;
    }

    /// <summary>A value as text where it is text, as a number where it has one byte, and nothing else.</summary>
    public static string TextOf(ReadOnlySpan<byte> value)
    {
        string text = Encoding.ASCII.GetString(value).TrimEnd('\0');
        return value.Length == 1 ? value[0].ToString(CultureInfo.InvariantCulture)
            : text.Length > 0 && text.All(letter => letter is >= ' ' and < '\x7F') ? $"\"{text}\""
            : string.Empty;
    }
}
