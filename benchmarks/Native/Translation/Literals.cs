using System.Globalization;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>Numbers as C writes them, to the last bit.</summary>
internal static class Literals
{
    public static StackValue Of(int value) => Constant(
        value == int.MinValue ? "INT32_MIN" : value.ToString(CultureInfo.InvariantCulture), StackType.Int32);

    public static StackValue Of(long value) => Constant(
        value == long.MinValue ? "INT64_MIN" : $"INT64_C({value.ToString(CultureInfo.InvariantCulture)})", StackType.Int64);

    public static StackValue Of(float value) => Constant(
        float.IsFinite(value) ? WithPoint(value.ToString("R", CultureInfo.InvariantCulture)) + "f" : Special(value), StackType.Single);

    public static StackValue Of(double value) => Constant(
        double.IsFinite(value) ? WithPoint(value.ToString("R", CultureInfo.InvariantCulture)) : $"(double)({Special(value)})", StackType.Double);

    public static StackValue Null { get; } = Constant("NULL", new StackType(StackKind.Pointer, "void *"));

    /// <summary>A value of a field or an element, of any primitive type or enumeration.</summary>
    public static string OfObject(object value) => value switch
    {
        Enum enumeration => OfObject(Convert.ChangeType(enumeration, enumeration.GetTypeCode(), CultureInfo.InvariantCulture)),
        bool truth => truth ? "true" : "false",
        float number => Of(number).Text,
        double number => Of(number).Text,
        char sign => ((int)sign).ToString(CultureInfo.InvariantCulture),
        ulong number => $"UINT64_C({number.ToString(CultureInfo.InvariantCulture)})",
        uint number => $"UINT32_C({number.ToString(CultureInfo.InvariantCulture)})",
        long number => Of(number).Text,
        _ => Of(Convert.ToInt32(value, CultureInfo.InvariantCulture)).Text,
    };

    private static StackValue Constant(string text, StackType type) =>
        new(text.StartsWith('-') || text.StartsWith("(double)", StringComparison.Ordinal) ? $"({text})" : text, type, Reads.Nothing);

    private static string WithPoint(string digits) => digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";

    private static string Special(double value) =>
        (double.IsNegative(value) ? "-" : string.Empty) + (double.IsNaN(value) ? "NAN" : "INFINITY");
}
