using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>One value of a scenario file, and where it stands.</summary>
internal readonly struct YamlValue
{
    private readonly YamlNode node;
    private readonly string file;

    public YamlValue(YamlNode node, string file)
    {
        this.node = node;
        this.file = file;
    }

    public ScenarioPlace At => YamlMapping.Place(node, file);

    /// <summary>Nothing was written after the colon.</summary>
    public bool IsEmpty => node is YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain or ScalarStyle.Any };

    public bool IsScalar => node is YamlScalarNode;

    public ScenarioSyntaxException Wrong(string problem) => new(At, problem);

    public string Text(string what) => (node as YamlScalarNode)?.Value is { Length: > 0 } text
        ? text
        : throw Wrong($"{what} is a text");

    public YamlMapping Mapping(string what) => new(node, file, what);

    public IReadOnlyList<YamlValue> List(string what)
    {
        string source = file;
        return node is YamlSequenceNode sequence
            ? [.. sequence.Children.Select(child => new YamlValue(child, source))]
            : throw Wrong($"{what} is a list: lines that start with \"- \"");
    }

    /// <summary>A list, or one value that stands for a list of one.</summary>
    public IReadOnlyList<YamlValue> OneOrMore(string what) => node is YamlSequenceNode ? List(what) : [this];

    public double Number(string what, double minimum, double maximum) =>
        double.TryParse((node as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && number >= minimum && number <= maximum
            ? number
            : throw Wrong($"{what} is a number from {minimum} to {maximum}");

    public bool Flag(string what) => (node as YamlScalarNode)?.Value switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong($"{what} is true or false"),
    };

    /// <summary>A time: a number of seconds, or a number with ms, s, min or h.</summary>
    public TimeSpan Time(string what)
    {
        string text = (node as YamlScalarNode)?.Value?.Trim() ?? string.Empty;
        (string number, double seconds) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 1e-3),
            _ when text.EndsWith("min", StringComparison.Ordinal) => (text[..^3], 60.0),
            _ when text.EndsWith('s') => (text[..^1], 1.0),
            _ when text.EndsWith('h') => (text[..^1], 3600.0),
            _ => (text, 1.0),
        };
        const double longestSeconds = 100 * 24 * 3600;
        return double.TryParse(number.TrimEnd(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value >= 0 && value * seconds <= longestSeconds
                ? TimeSpan.FromSeconds(value * seconds)
                : throw Wrong($"{what} is a time from 0 s to 100 days: 20, 20 s, 500 ms, 6 min, 1 h");
    }

    /// <summary>The value as JSON: plain true, false and numbers keep their type, everything else is text.</summary>
    public JsonNode? Json() => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" } => JsonValue.Create(true),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" } => JsonValue.Create(false),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text }
            when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw Wrong("a number, a text, true or false"),
    };
}
