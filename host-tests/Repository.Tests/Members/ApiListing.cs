using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.Members;

/// <summary>
/// The public members of the device's assemblies, read from listings of one member a line:
/// <code>
/// System.Device.Gpio.GpioPin (sealed class : System.IDisposable)
/// System.Device.Gpio.GpioPin.DebounceTimeout.set -> void (value: System.TimeSpan)
/// static System.Byte.TryParse(string s, out byte result) -> bool
/// const System.Device.Gpio.PinMode.Output = 3 -> System.Device.Gpio.PinMode
/// </code>
/// Names come out as <see cref="Compiled.Names"/> writes them.
/// </summary>
internal sealed class ApiListing
{
    private static readonly string[] Modifiers =
        ["protected ", "static ", "virtual ", "abstract ", "override ", "readonly ", "const "];

    private static readonly Regex TypeLine =
        Pattern(@"^(?<name>\S+) \((?:[a-z ]*)(?:class|struct|enum|interface)(?: : (?<bases>.*))?\)$");
    private static readonly Regex DelegateLine = Pattern(@"^(?<name>[\w.<>, ]+) \(delegate\): ");
    private static readonly Regex ConstantLine = Pattern(@"^(?<name>\S+) = (?<value>.*) -> (?<type>\S+)$");
    private static readonly Regex IndexerLine =
        Pattern(@"^(?<name>[\w.]+)\.this\[(?<index>.*)\]\.(?<accessor>get|set) -> (?<rest>.*)$");
    private static readonly Regex MethodLine = Pattern(@"^(?<name>[\w.]+)\((?<parameters>.*)\) -> (?<result>\S+)$");
    private static readonly Regex SetterLine = Pattern(@"^(?<name>[\w.]+)\.set -> void \(value: (?<type>.*)\)$");

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> constants = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of one or more listings.</summary>
    public ApiListing(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length != 0 && line[0] != '#')
            {
                Add(line.Replace(" [Obsolete]", "", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>The type or member exists, in the named type or in one that it derives from.</summary>
    public bool Has(string canonicalName) => names.Contains(canonicalName) || IsInherited(canonicalName);

    /// <summary>Value of an enum member or other constant as text, by full name; null where there is none.</summary>
    public string? ConstantOrNull(string fullName) => constants.GetValueOrDefault(fullName);

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private void Add(string line)
    {
        var text = line;
        while (Array.Find(Modifiers, item => text.StartsWith(item, StringComparison.Ordinal)) is { } modifier)
        {
            text = text[modifier.Length..];
        }

        if (text.StartsWith("event ", StringComparison.Ordinal))
        {
            var parts = text["event ".Length..].Split(" -> ");
            names.Add($"{parts[0]}.add({parts[1]}) -> void");
            names.Add($"{parts[0]}.remove({parts[1]}) -> void");
        }
        else if (DelegateLine.Match(text) is { Success: true } type)
        {
            names.Add(type.Groups["name"].Value);
        }
        else if (ConstantLine.Match(text) is { Success: true } constant && !text.Contains('(', StringComparison.Ordinal))
        {
            constants[constant.Groups["name"].Value] = constant.Groups["value"].Value;
        }
        else if (TypeLine.Match(text) is { Success: true } declared)
        {
            names.Add(declared.Groups["name"].Value);
            bases[declared.Groups["name"].Value] =
                declared.Groups["bases"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        }
        else
        {
            names.Add(Member(text));
        }
    }

    private static string Member(string text)
    {
        if (IndexerLine.Match(text) is { Success: true } indexer)
        {
            var owner = $"{indexer.Groups["name"].Value}.this[{Types(indexer.Groups["index"].Value)}]";
            var rest = indexer.Groups["rest"].Value;
            return string.Equals(indexer.Groups["accessor"].Value, "get", StringComparison.Ordinal)
                ? $"{owner}.get -> {rest}"
                : $"{owner}.set({rest["void (value: ".Length..^1]}) -> void";
        }

        if (SetterLine.Match(text) is { Success: true } setter)
        {
            return $"{setter.Groups["name"].Value}.set({setter.Groups["type"].Value}) -> void";
        }

        // What is left are getters and fields, which need no change.
        return MethodLine.Match(text) is { Success: true } method
            ? $"{method.Groups["name"].Value}({Types(method.Groups["parameters"].Value)}) -> {method.Groups["result"].Value}"
            : text;
    }

    /// <summary>"params object[] args, out int n, string s = null" becomes "object[],ref int,string".</summary>
    private static string Types(string parameters) =>
        string.Join(',', parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(TypeOf));

    private static string TypeOf(string parameter)
    {
        var words = parameter.Split(" = ")[0].Split(' ');
        var byReference = words[0] is "ref" or "out" or "in";
        return byReference ? "ref " + words[^2] : words[^2];
    }

    private bool IsInherited(string canonicalName)
    {
        var end = canonicalName.IndexOfAny(['(', '[', ' ']);
        for (var dot = canonicalName.LastIndexOf('.', end < 0 ? canonicalName.Length - 1 : end);
            dot > 0;
            dot = canonicalName.LastIndexOf('.', dot - 1))
        {
            if (bases.TryGetValue(canonicalName[..dot], out var parents))
            {
                return Array.Exists(parents, parent => Has(parent + canonicalName[dot..]));
            }
        }

        return false;
    }
}
