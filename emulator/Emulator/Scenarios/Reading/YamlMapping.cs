using YamlDotNet.RepresentationModel;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>
/// A mapping that is read key by key: whatever was not asked for by the end is a mistake of the file's author, and is
/// named together with what would have been understood.
/// </summary>
internal sealed class YamlMapping
{
    private readonly YamlMappingNode node;
    private readonly string file;
    private readonly List<string> asked = [];

    public YamlMapping(YamlNode node, string file, string what)
    {
        this.file = file;
        this.node = node as YamlMappingNode
            ?? throw new ScenarioSyntaxException(Place(node, file), $"{what} is a mapping of names to values");
    }

    public ScenarioPlace At => Place(node, file);

    /// <summary>The keys, in the order of the file.</summary>
    public IEnumerable<(string Key, YamlValue Value)> Entries =>
        node.Children.Select(child => (KeyText(child.Key), new YamlValue(child.Value, file)));

    public static ScenarioPlace Place(YamlNode node, string file) => new(file, node.Start.Line, node.Start.Column);

    /// <summary>The value of a key, or null where the key is not there.</summary>
    public YamlValue? Take(string key)
    {
        asked.Add(key);
        foreach ((YamlNode name, YamlNode value) in node.Children)
        {
            if (name is YamlScalarNode scalar && scalar.Value == key)
            {
                return new YamlValue(value, file);
            }
        }

        return null;
    }

    /// <exception cref="ScenarioSyntaxException">The key is not there.</exception>
    public YamlValue Need(string key, string meaning) => Take(key)
        ?? throw new ScenarioSyntaxException(At, $"\"{key}\" is missing: {meaning}");

    /// <summary>The keys that nobody asked for so far.</summary>
    public IReadOnlyList<(string Key, YamlValue Value)> Rest() => [.. Entries.Where(entry => !asked.Contains(entry.Key))];

    /// <exception cref="ScenarioSyntaxException">There are keys that nobody asked for.</exception>
    public void End()
    {
        if (Rest() is [var unknown, ..])
        {
            throw unknown.Value.Wrong($"\"{unknown.Key}\" is not known here; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}");
        }
    }

    private string KeyText(YamlNode key) => (key as YamlScalarNode)?.Value
        ?? throw new ScenarioSyntaxException(Place(key, file), "a name is a plain word");
}
