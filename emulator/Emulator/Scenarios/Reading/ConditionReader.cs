using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Scenarios.Conditions;
using IqosDevice.Emulator.Scenarios.Running;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>Reads what <c>expect</c> and <c>when</c> take: fields by name, and what came in.</summary>
internal static class ConditionReader
{
    /// <summary>What can be expected besides the fields, with its meaning.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Keys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["log"] = "A line of the log that contains this text.",
        ["event"] = "An entry of the event log: its kind, or {kind, code, value}.",
        ["notification"] = "A notification: the characteristic's name, or {of, to, value}.",
        ["since"] = "Seconds since a mark: {NAME: 18..25}.",
    };

    private static readonly ScenarioField EventKinds = new("event", string.Empty, FieldKind.Choice, _ => string.Empty)
    {
        Choices = Enum.GetNames<EventKind>(),
    };

    public static ConditionSet Read(YamlValue value)
    {
        var conditions = new List<ICondition>();
        foreach ((string key, YamlValue entry) in value.Mapping("what is expected").Entries)
        {
            conditions.AddRange(ReadOne(key, entry));
        }

        return conditions.Count > 0 ? new ConditionSet(conditions) : throw value.Wrong("nothing is expected");
    }

    private static IEnumerable<ICondition> ReadOne(string key, YamlValue value) => key switch
    {
        "log" => [ReadLog(value)],
        "event" => [ReadEvent(value)],
        "notification" => [ReadNotification(value)],
        "since" => value.Mapping("since").Entries.Select(entry =>
            new SinceCondition(entry.Key, Fit(entry.Value, Matcher.ParseNumber))),
        _ => [ReadField(key, value)],
    };

    private static FieldCondition ReadField(string key, YamlValue value)
    {
        ScenarioField field = ScenarioFields.Find(key) ?? throw value.Wrong(
            $"nothing is called \"{key}\"; there are {string.Join(", ", Keys.Keys)}, "
            + string.Join(", ", ScenarioFields.All.Select(known => known.Name)));
        return new FieldCondition(field, Fit(value, text => Matcher.Parse(text, field)));
    }

    private static SequenceCondition<string> ReadLog(YamlValue value)
    {
        string part = value.Text("log");
        return new SequenceCondition<string>(
            $"line of the log with \"{part}\"", world => world.LogLines, line => line.Contains(part, StringComparison.Ordinal));
    }

    private static SequenceCondition<HolderEvent> ReadEvent(YamlValue value)
    {
        YamlMapping? mapping = value.IsScalar ? null : value.Mapping("event");
        YamlValue kindValue = mapping?.Need("kind", "what kind of event") ?? value;
        Matcher kind = Fit(kindValue, text => Matcher.Parse(text, EventKinds));
        Matcher? code = mapping?.Take("code") is { } codeValue ? Fit(codeValue, Matcher.ParseNumber) : null;
        Matcher? number = mapping?.Take("value") is { } numberValue ? Fit(numberValue, Matcher.ParseNumber) : null;
        mapping?.End();
        string what = $"event {kind}" + (code is null ? string.Empty : $" code {code}") + (number is null ? string.Empty : $" value {number}");
        return new SequenceCondition<HolderEvent>(what, world => world.Events, entry =>
            kind.Matches(entry.Kind.ToString())
            && code?.Matches((double)entry.Code) != false
            && number?.Matches((double)entry.Value) != false);
    }

    private static SequenceCondition<ScenarioNotification> ReadNotification(YamlValue value)
    {
        YamlMapping? mapping = value.IsScalar ? null : value.Mapping("notification");
        YamlValue nameValue = mapping?.Need("of", "the characteristic that notifies") ?? value;
        string name = nameValue.Text("of");
        HolderCharacteristic of = HolderCharacteristic.Find(name) ?? throw nameValue.Wrong($"there is no characteristic \"{name}\"");
        string? client = mapping?.Take("to")?.Text("to");
        BytePattern? bytes = mapping?.Take("value") is { } bytesValue ? Fit(bytesValue, BytePattern.Parse) : null;
        mapping?.End();
        return new SequenceCondition<ScenarioNotification>($"notification of {name} {bytes}", world => world.Notifications, sent =>
            sent.Characteristic == of && (client is null || sent.Client == client) && bytes?.Matches(sent.Value) != false);
    }

    private static T Fit<T>(YamlValue value, Func<string, T> parse)
    {
        try
        {
            return parse(value.Text("a value").Trim());
        }
        catch (FormatException problem)
        {
            throw value.Wrong(problem.Message);
        }
    }
}
