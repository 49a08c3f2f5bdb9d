using System.Text.Json;
using System.Text.Json.Nodes;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Scenarios.Steps;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>Reads what a step does: a step of the script itself, of a client, or a verb of the control channel.</summary>
internal static class ActionReader
{
    internal const string Expect = "expect";

    /// <summary>
    /// Verbs of the control channel that a step can be. Others look, or pace real time: of no use where every look is an
    /// expectation and time is virtual.
    /// </summary>
    internal static IReadOnlyList<ControlVerb> Verbs { get; } = [.. ControlVerbs.All.Where(verb => verb.Kind == ControlVerbKind.Act)];

    /// <summary>Reads an action.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="argument">What was written after it, or null.</param>
    /// <param name="place">Where to complain.</param>
    public static IScenarioAction Read(string key, YamlValue? argument, YamlValue place)
    {
        if (ClientActionReader.Keys.ContainsKey(key))
        {
            return ClientActionReader.Read(key, argument, place);
        }

        return key switch
        {
            "wait" => new WaitAction(Need(argument, place, "wait takes a time").Time("wait")),
            "mark" => new MarkAction(Need(argument, place, "mark takes a name").Text("mark")),
            Expect => throw place.Wrong("expect takes what is to hold, as in {state: Session}"),
            _ => ReadVerb(key, argument, place),
        };
    }

    internal static YamlValue Need(YamlValue? argument, YamlValue place, string problem) => argument ?? throw place.Wrong(problem);

    private static VerbAction ReadVerb(string key, YamlValue? argument, YamlValue place)
    {
        ControlVerb verb = Verbs.FirstOrDefault(candidate => candidate.Name == key) ?? throw place.Wrong(
            $"there is no step \"{key}\"; there are expect, wait, mark, {string.Join(", ", ClientActionReader.Keys.Keys)}, "
            + string.Join(", ", Verbs.Select(known => known.Name)));
        try
        {
            return new VerbAction(verb, new ControlArguments(verb, JsonSerializer.SerializeToElement(ToJson(verb, argument))));
        }
        catch (ControlException problem)
        {
            throw place.Wrong(problem.Message);
        }
    }

    /// <summary>Parameters by name, or one value for the only parameter that is needed.</summary>
    private static JsonObject ToJson(ControlVerb verb, YamlValue? argument)
    {
        var json = new JsonObject();
        if (argument is not { } given)
        {
            return json;
        }

        if (given.IsScalar && verb.Parameters.Count > 0)
        {
            ControlParameter parameter = verb.Parameters.FirstOrDefault(candidate => candidate.Default is null) ?? verb.Parameters[0];
            json[parameter.Name] = given.Json();
            return json;
        }

        foreach ((string name, YamlValue value) in given.Mapping($"what \"{verb.Name}\" takes").Entries)
        {
            json[name] = value.Json();
        }

        return json;
    }
}
