using System.Globalization;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>
/// What a value may be, as written in a file: <c>Session</c>, <c>true</c>, <c>14</c>, <c>330..350</c>, <c>..5</c>,
/// <c>&gt;= 2</c>, <c>345 +- 3</c>, <c>not Error</c>, <c>Session | EndWarning</c>.
/// </summary>
internal sealed class Matcher
{
    private readonly string text;
    private readonly Predicate<object> matches;

    private Matcher(string text, Predicate<object> matches)
    {
        this.text = text;
        this.matches = matches;
    }

    /// <exception cref="FormatException">The text is not what a value of this kind can be.</exception>
    public static Matcher Parse(string text, ScenarioField field) => new(text, Part(text, field));

    /// <exception cref="FormatException">The text is no number and no range.</exception>
    public static Matcher ParseNumber(string text) => new(text, Number(text));

    public bool Matches(object value) => matches(value);

    /// <inheritdoc/>
    public override string ToString() => text;

    /// <summary>Value as people write it.</summary>
    public static string Format(object value) => value switch
    {
        double number => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => value.ToString() ?? string.Empty,
    };

    private static Predicate<object> Part(string text, ScenarioField field)
    {
        const string negation = "not ";
        if (text.Contains('|'))
        {
            Predicate<object>[] parts = [.. text.Split('|').Select(part => Part(part.Trim(), field))];
            return value => Array.Exists(parts, part => part(value));
        }

        if (text.StartsWith(negation, StringComparison.Ordinal))
        {
            Predicate<object> inner = Part(text[negation.Length..].Trim(), field);
            return value => !inner(value);
        }

        return field.Kind switch
        {
            FieldKind.Number => Number(text),
            FieldKind.Flag => Flag(text),
            _ => Choice(text, field),
        };
    }

    private static Predicate<object> Flag(string text) => text switch
    {
        "true" => value => (bool)value,
        "false" => value => !(bool)value,
        _ => throw new FormatException($"true or false, not \"{text}\""),
    };

    private static Predicate<object> Choice(string text, ScenarioField field) => field.Choices.Contains(text, StringComparer.Ordinal)
        ? value => (string)value == text
        : throw new FormatException($"there is no \"{text}\"; there are {string.Join(", ", field.Choices)}");

    private static Predicate<object> Number(string text)
    {
        (double low, double high, bool open) = Bounds(text);
        return open
            ? value => (double)value > low && (double)value < high
            : value => (double)value >= low && (double)value <= high;
    }

    private static (double Low, double High, bool Open) Bounds(string text)
    {
        const double end = double.PositiveInfinity;
        if (text.StartsWith(">=", StringComparison.Ordinal))
        {
            return (One(text[2..]), end, false);
        }

        if (text.StartsWith("<=", StringComparison.Ordinal))
        {
            return (-end, One(text[2..]), false);
        }

        if (text is ['>' or '<', ..])
        {
            double bound = One(text[1..]);
            return text[0] == '>' ? (bound, end, true) : (-end, bound, true);
        }

        if (text.IndexOf("..", StringComparison.Ordinal) is var dots and >= 0)
        {
            double low = dots == 0 ? -end : One(text[..dots]);
            double high = dots + 2 == text.Length ? end : One(text[(dots + 2)..]);
            return low <= high ? (low, high, false) : throw new FormatException($"{text}: the first number is the lower one");
        }

        int tolerance = text.IndexOf("+-", StringComparison.Ordinal);
        if (tolerance > 0)
        {
            double middle = One(text[..tolerance]);
            double half = One(text[(tolerance + 2)..]);
            return (middle - half, middle + half, false);
        }

        double exact = One(text);
        return (exact, exact, false);
    }

    private static double One(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"a number, or a range as in 330..350, >= 2 or 345 +- 3, not \"{text.Trim()}\"");
}
