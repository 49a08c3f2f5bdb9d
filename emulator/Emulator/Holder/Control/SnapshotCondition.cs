using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>
/// A condition on the state of the holder, as a person writes it: comparisons joined by "and", each a name of
/// the snapshot, an operator and a value.
/// <code>state = Session and heaterCelsius >= 330      docked = true</code>
/// </summary>
public sealed class SnapshotCondition
{
    // Longer ones first: "<=" is not "<" and a "=".
    private static readonly string[] Operators = ["<=", ">=", "!=", "=", "<", ">"];

    private static readonly Dictionary<string, PropertyInfo> Properties = typeof(HolderSnapshot)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => IsComparable(property.PropertyType))
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.Ordinal);

    private readonly List<Func<HolderSnapshot, bool>> comparisons;

    private SnapshotCondition(List<Func<HolderSnapshot, bool>> comparisons) => this.comparisons = comparisons;

    /// <exception cref="ControlException">The text is no condition; the message says what one is.</exception>
    public static SnapshotCondition Parse(string text) =>
        new([.. text.Split(" and ", StringSplitOptions.TrimEntries).Select(ParseComparison)]);

    public bool Holds(HolderSnapshot snapshot) => comparisons.TrueForAll(comparison => comparison(snapshot));

    private static Func<HolderSnapshot, bool> ParseComparison(string text)
    {
        string sign = Operators.FirstOrDefault(candidate => text.Contains(candidate, StringComparison.Ordinal))
            ?? throw new ControlException($"\"{text}\" is no comparison, as \"state = Session\" or \"heaterCelsius >= 330\" is");
        int at = text.IndexOf(sign, StringComparison.Ordinal);
        string name = text[..at].Trim();
        string value = text[(at + sign.Length)..].Trim();
        if (!Properties.TryGetValue(name, out PropertyInfo? property))
        {
            throw new ControlException($"the state has no \"{name}\"; it has {string.Join(", ", Properties.Keys)}");
        }

        if (value.Length == 0 || value.Contains(' ', StringComparison.Ordinal))
        {
            throw new ControlException($"\"{text}\" is no comparison: after {sign} comes one value");
        }

        return property.PropertyType == typeof(string) ? CompareText(property, sign, value)
            : property.PropertyType == typeof(bool) ? CompareBoolean(property, sign, value)
            : CompareNumber(property, sign, value);
    }

    private static Func<HolderSnapshot, bool> CompareText(PropertyInfo property, string sign, string value)
    {
        bool wanted = Equality(sign);
        string text = value.Trim('"');
        return snapshot => string.Equals((string)property.GetValue(snapshot)!, text, StringComparison.Ordinal) == wanted;
    }

    private static Func<HolderSnapshot, bool> CompareBoolean(PropertyInfo property, string sign, string value)
    {
        bool wanted = Equality(sign);
        return value is "true" or "false"
            ? snapshot => ((bool)property.GetValue(snapshot)! == (value == "true")) == wanted
            : throw new ControlException($"\"{value}\" is neither true nor false");
    }

    private static Func<HolderSnapshot, bool> CompareNumber(PropertyInfo property, string sign, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double limit))
        {
            throw new ControlException($"\"{value}\" is no number");
        }

        return snapshot =>
        {
            int order = Convert.ToDouble(property.GetValue(snapshot), CultureInfo.InvariantCulture).CompareTo(limit);
            return sign switch
            {
                "=" => order == 0,
                "!=" => order != 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            };
        };
    }

    /// <returns>True for equal, false for not equal.</returns>
    private static bool Equality(string sign) => sign is "=" or "!="
        ? sign == "="
        : throw new ControlException($"\"{sign}\" compares numbers; text, true and false are compared with = or !=");

    private static bool IsComparable(Type type) => type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(double);
}
