using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Scenarios.Steps;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>Reads scenario files (docs/scenarios.md): YAML, one scenario a file.</summary>
public static class ScenarioReader
{
    private const int DeepestNesting = 32;

    /// <summary>Keys of a scenario itself, with their meaning; the schema is made from them.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Keys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = "What the scenario shows, in a sentence.",
        ["about"] = "Why it matters; for people.",
        ["model"] = "Model of the holder; ILUMA i unless named.",
        ["seed"] = "Seed of everything random; 1 unless given, and replaced by the option --seed.",
        ["ambient"] = "Temperature of the surroundings at the start, °C.",
        ["charge"] = "True charge of the cell at the start, percent.",
        ["replyDelay"] = "Time from a request to its reply on the air.",
        ["lenient"] = "Frames with a wrong checksum are accepted.",
        ["settings"] = "What the user has set before.",
        ["plant"] = "Parameters of the plant: a value, or a factor of the nominal one as in \"x1.3\".",
        ["steps"] = "What happens, step by step.",
    };

    /// <summary>Reads a scenario.</summary>
    /// <param name="yaml">Content of the file.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="seed">Replaces the file's seed where given.</param>
    /// <exception cref="ScenarioSyntaxException">The text is no scenario; names line and column.</exception>
    public static Scenario Read(string yaml, string source, ulong? seed = null)
    {
        YamlNode root = Parse(yaml, source);
        var mapping = new YamlMapping(root, source, "a scenario");
        string name = mapping.Need("name", Keys["name"]).Text("name");
        _ = mapping.Take("about")?.Text("about");
        HolderOptions holder = UnitReader.Read(mapping, seed);
        YamlValue list = mapping.Need("steps", Keys["steps"]);
        mapping.End();
        IReadOnlyList<YamlValue> items = list.List("steps");
        if (items.Count == 0)
        {
            throw list.Wrong("a scenario has at least one step");
        }

        ScenarioStep[] steps = [.. items.Select(StepReader.Read)];
        return steps.Any(step => step.Action.Judges)
            ? new Scenario(name, source, holder, steps)
            : throw list.Wrong("no step says what must come out: add an \"expect\", or a client step with a result");
    }

    private static YamlNode Parse(string yaml, string source)
    {
        CheckDepth(yaml, source);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException problem)
        {
            // A name that stands twice, or a reference to nothing.
            throw new ScenarioSyntaxException(new(source, problem.Start.Line, problem.Start.Column), problem.Message);
        }

        return stream.Documents.Count == 1
            ? stream.Documents[0].RootNode
            : throw new ScenarioSyntaxException(new(source, 1, 1), "a file holds one scenario");
    }

    /// <summary>
    /// Goes through the text once without building anything: what is nested too deeply would end the process when it is
    /// built, and what is no YAML is told with its place.
    /// </summary>
    private static void CheckDepth(string yaml, string source)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            int depth = 0;
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                if (depth > DeepestNesting)
                {
                    throw new ScenarioSyntaxException(End(parser, source), $"nested more than {DeepestNesting} deep");
                }
            }
        }
        catch (YamlException problem)
        {
            throw new ScenarioSyntaxException(new(source, problem.Start.Line, problem.Start.Column), problem.Message);
        }
        catch (InvalidOperationException problem)
        {
            // The library's scanner throws this where a list in brackets is followed by what cannot be in it.
            throw new ScenarioSyntaxException(End(parser, source), "what follows is no YAML: is a bracket not closed?", problem);
        }
    }

    private static ScenarioPlace End(Parser parser, string source) =>
        new(source, parser.Current?.End.Line ?? 1, parser.Current?.End.Column ?? 1);
}
