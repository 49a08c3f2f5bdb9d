using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IqosDevice.Cli.Tests.Scenarios;

/// <summary>A YAML file as the JSON that an editor's validator sees: scalars by the core schema of YAML 1.2.</summary>
internal static class YamlJson
{
    public static JsonNode? Read(string file)
    {
        var stream = new YamlStream();
        using (StreamReader reader = File.OpenText(file))
        {
            stream.Load(reader);
        }

        return Convert(stream.Documents.Single().RootNode);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(
            static entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Convert(entry.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode { Style: not (ScalarStyle.Plain or ScalarStyle.Any) } quoted => JsonValue.Create(quoted.Value),
        YamlScalarNode plain => OfPlain(plain.Value),
        _ => throw new InvalidDataException($"{node.NodeType} is not for scenarios."),
    };

    private static JsonValue? OfPlain(string? text) => text switch
    {
        null or "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
