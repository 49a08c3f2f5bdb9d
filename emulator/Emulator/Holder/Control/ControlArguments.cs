using System.Text.Json;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>The parameters of one request, checked against the verb's definition and complete.</summary>
public sealed class ControlArguments
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    /// <exception cref="ControlException">Something is unknown, missing or out of range.</exception>
    internal ControlArguments(ControlVerb verb, JsonElement parameters)
        : this(verb, parameters.EnumerateObject())
    {
    }

    /// <exception cref="ControlException">Something is unknown, missing or out of range.</exception>
    internal ControlArguments(ControlVerb verb, IEnumerable<JsonProperty> given)
    {
        foreach (JsonProperty property in given)
        {
            ControlParameter parameter = verb.Parameters.FirstOrDefault(candidate => candidate.Name == property.Name)
                ?? throw new ControlException(
                    $"\"{verb.Name}\" has no parameter \"{property.Name}\"; {DescribeParameters(verb)}");
            values[parameter.Name] = parameter.Read(property.Value);
        }

        foreach (ControlParameter parameter in verb.Parameters)
        {
            if (!values.ContainsKey(parameter.Name))
            {
                values[parameter.Name] = parameter.Default
                    ?? throw new ControlException($"\"{verb.Name}\" needs \"{parameter.Name}\": {parameter.Describe()}");
            }
        }
    }

    /// <summary>All of them: a double, a bool or a string each.</summary>
    public IReadOnlyDictionary<string, object> Values => values;

    public double Number(string name) => (double)values[name];

    public int WholeNumber(string name) => (int)Number(name);

    public TimeSpan Seconds(string name) => TimeSpan.FromSeconds(Number(name));

    public bool Boolean(string name) => (bool)values[name];

    public string Text(string name) => (string)values[name];

    /// <summary>The choice that was made, or null where a number was given.</summary>
    public string? TextOrNull(string name) => values[name] as string;

    private static string DescribeParameters(ControlVerb verb) => verb.Parameters.Count == 0
        ? "it has none"
        : "it has " + string.Join(", ", verb.Parameters.Select(parameter => $"\"{parameter.Name}\""));
}
