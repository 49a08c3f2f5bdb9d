using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Scenarios.Conditions;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>
/// The JSON schema of scenario files, made from the tables that the reader uses, so that an editor completes and marks
/// what the reader knows.
/// </summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema, JSON Schema 2020-12, indented.</summary>
    public static string Json() => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Scenario of iqos-emulator",
        ["type"] = "object",
        ["required"] = new JsonArray("name", "steps"),
        ["additionalProperties"] = false,
        ["properties"] = Properties(),
        ["$defs"] = new JsonObject { ["conditions"] = Conditions(), ["step"] = Step() },
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Properties()
    {
        var properties = new JsonObject();
        foreach ((string key, string meaning) in ScenarioReader.Keys)
        {
            JsonObject value = key switch
            {
                "model" => OneOf(HolderModels.Names),
                "seed" or "ambient" or "charge" => Typed("number"),
                "lenient" => Typed("boolean"),
                "settings" => Named(UnitReader.SettingFields.Keys.Append("brightness")),
                "plant" => Named(UnitReader.PlantProperties.Keys.Prepend(UnitReader.CellKey)),
                "steps" => new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("step") },
                "replyDelay" => Time(),
                _ => Typed("string"),
            };
            properties[key] = Described(value, meaning);
        }

        return properties;
    }

    private static JsonObject Conditions()
    {
        var properties = new JsonObject();
        foreach (ScenarioField field in ScenarioFields.All)
        {
            JsonObject value = field.Kind == FieldKind.Choice
                ? new JsonObject { ["anyOf"] = new JsonArray(OneOf(field.Choices), Typed("string")) }
                : new JsonObject();
            properties[field.Name] = Described(value, field.Meaning);
        }

        foreach ((string key, string meaning) in ConditionReader.Keys)
        {
            properties[key] = Described(new JsonObject(), meaning);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
    }

    private static JsonObject Step()
    {
        var properties = new JsonObject();
        foreach ((string key, string meaning) in StepReader.TimingKeys)
        {
            JsonObject value = key switch
            {
                "when" => Reference("conditions"),
                "note" => Typed("string"),
                _ => Time(),
            };
            properties[key] = Described(value, meaning);
        }

        foreach ((string key, string meaning) in StepReader.ExpectKeys)
        {
            properties[key] = Described(Time(), meaning);
        }

        properties[ActionReader.Expect] = Described(Reference("conditions"), "What must hold.");
        properties["wait"] = Described(Time(), "Lets virtual time pass.");
        properties["mark"] = Described(Typed("string"), "Gives this moment a name, from which \"since\" counts.");
        foreach ((string key, string meaning) in ClientActionReader.Keys)
        {
            properties[key] = Described(new JsonObject(), meaning);
        }

        foreach (ControlVerb verb in ActionReader.Verbs)
        {
            properties[verb.Name] = Described(Parameters(verb), verb.Summary);
        }

        string[] bare = [.. ClientActionReader.Keys.Keys, .. ActionReader.Verbs.Select(verb => verb.Name)];
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                OneOf(bare),
                new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties }),
        };
    }

    private static JsonObject Parameters(ControlVerb verb)
    {
        if (verb.Parameters.Count == 0)
        {
            return Typed("null");
        }

        var properties = new JsonObject();
        foreach (ControlParameter parameter in verb.Parameters)
        {
            JsonObject value = parameter.Type switch
            {
                ControlParameterType.Boolean => Typed("boolean"),
                ControlParameterType.Choice => OneOf(parameter.Choices),
                ControlParameterType.NumberOrChoice => new JsonObject(),
                ControlParameterType.Text => Typed("string"),
                _ => new JsonObject { ["type"] = "number", ["minimum"] = parameter.Minimum, ["maximum"] = parameter.Maximum },
            };
            properties[parameter.Name] = Described(value, parameter.Describe());
        }

        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties },
                new JsonObject { ["type"] = new JsonArray("number", "boolean", "string", "null") }),
        };
    }

    private static JsonObject Described(JsonObject schema, string meaning)
    {
        schema["description"] = meaning;
        return schema;
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Time() => new() { ["type"] = new JsonArray("number", "string") };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/$defs/" + definition };

    private static JsonObject OneOf(IEnumerable<string> names) =>
        new() { ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) };

    private static JsonObject Named(IEnumerable<string> names)
    {
        var properties = new JsonObject();
        foreach (string name in names)
        {
            properties[name] = new JsonObject();
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }
}
