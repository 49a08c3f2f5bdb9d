using System.Text.Json;

namespace IqosDevice.Portal.Tests;

/// <summary>Holds a JSON value against a schema of the OpenAPI document: nothing that it does not know, nothing missing that it requires.</summary>
internal static class ApiSchema
{
    /// <summary>Where a value differs from its schema; null where it does not.</summary>
    /// <param name="document">The OpenAPI document.</param>
    /// <param name="schema">Schema of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Where the value is, for the message.</param>
    public static string? Differs(JsonElement document, JsonElement schema, JsonElement value, string path = "$")
    {
        if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            return choices.EnumerateArray().Any(choice => Differs(document, choice, value, path) is null) ? null : $"{path} is none of its choices";
        }

        JsonElement plain = Resolve(document, schema);
        if (!TypesOf(plain).Contains(NameOf(value)))
        {
            return $"{path} is of type {NameOf(value)}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Select((item, index) => Differs(document, plain.GetProperty("items"), item, $"{path}[{index}]"))
                .FirstOrDefault(difference => difference is not null),
            JsonValueKind.Object => DiffersAsObject(document, plain, value, path),
            _ => null,
        };
    }

    /// <summary>The schema that a reference names.</summary>
    public static JsonElement Resolve(JsonElement document, JsonElement schema) => schema.TryGetProperty("$ref", out JsonElement reference)
        ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
        : schema;

    private static string? DiffersAsObject(JsonElement document, JsonElement schema, JsonElement value, string path)
    {
        bool isMap = schema.TryGetProperty("additionalProperties", out JsonElement items) && items.ValueKind == JsonValueKind.Object;
        JsonElement known = schema.TryGetProperty("properties", out JsonElement properties) ? properties : default;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            string inside = $"{path}.{property.Name}";
            bool isKnown = known.ValueKind == JsonValueKind.Object && known.TryGetProperty(property.Name, out items);
            if (!isKnown && !isMap)
            {
                return inside + " is not described";
            }

            if (Differs(document, items, property.Value, inside) is { } difference)
            {
                return difference;
            }
        }

        return schema.TryGetProperty("required", out JsonElement required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}.{name} is missing").FirstOrDefault()
            : null;
    }

    private static List<string> TypesOf(JsonElement schema)
    {
        // An enumeration of names has no type of its own; its names are strings.
        List<string> types = !schema.TryGetProperty("type", out JsonElement type) ? ["string"]
            : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
            : [type.GetString()!];
        return types.Contains("integer") ? [.. types, "number"] : types;
    }

    private static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value.ValueKind.ToString().ToLowerInvariant(),
    };
}
