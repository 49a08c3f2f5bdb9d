using IqosDevice.Emulator.Scenarios.Steps;

namespace IqosDevice.Emulator.Scenarios.Reading;

/// <summary>Reads one step: its timing, and the one key that says what it does.</summary>
internal static class StepReader
{
    /// <summary>Keys that say when, with their meaning.</summary>
    internal static readonly IReadOnlyDictionary<string, string> TimingKeys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["at"] = "When: virtual time since the start.",
        ["after"] = "When: virtual time since the step before.",
        ["when"] = "When: as soon as this holds, within 30 min.",
        ["note"] = "For people.",
    };

    /// <summary>Keys that go with <c>expect</c>, with their meaning.</summary>
    internal static readonly IReadOnlyDictionary<string, string> ExpectKeys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["within"] = "It must come to hold before this time is over; at once unless given.",
        ["for"] = "It must go on holding for this time.",
    };

    public static ScenarioStep Read(YamlValue value)
    {
        if (value.IsScalar)
        {
            string word = value.Text("a step");
            return new ScenarioStep(value.At, word, new StepTiming(), ActionReader.Read(word, default, value));
        }

        YamlMapping mapping = value.Mapping("a step");
        StepTiming timing = ReadTiming(mapping);
        _ = mapping.Take("note");
        TimeSpan? within = mapping.Take("within")?.Time("within");
        TimeSpan? lasting = mapping.Take("for")?.Time("for");
        IReadOnlyList<(string Key, YamlValue Value)> rest = mapping.Rest();
        if (rest.Count != 1)
        {
            throw value.Wrong(rest.Count == 0
                ? "the step does nothing: it needs an act, an expect or a client step"
                : $"a step does one thing, and this one has {string.Join(" and ", rest.Select(entry => $"\"{entry.Key}\""))}");
        }

        (string key, YamlValue argument) = rest[0];
        if (key != ActionReader.Expect && (within ?? lasting) is not null)
        {
            throw value.Wrong("\"within\" and \"for\" go with \"expect\"; \"when\" and \"after\" say when a step is taken");
        }

        IScenarioAction action = key == ActionReader.Expect
            ? new ExpectAction(ConditionReader.Read(argument), within, lasting)
            : ActionReader.Read(key, argument.IsEmpty ? null : argument, argument);
        return new ScenarioStep(value.At, key, timing, action);
    }

    private static StepTiming ReadTiming(YamlMapping mapping) => new()
    {
        At = mapping.Take("at")?.Time("at"),
        After = mapping.Take("after")?.Time("after"),
        When = mapping.Take("when") is { } when ? ConditionReader.Read(when) : null,
    };
}
