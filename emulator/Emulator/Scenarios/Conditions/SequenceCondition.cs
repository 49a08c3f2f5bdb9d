using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>
/// Among what has come in (lines of the log, events, notifications) there is one that fits, after the one that fitted the
/// last expectation of this kind: so a script names what happens in the order in which it happens.
/// </summary>
/// <param name="what">What is looked for, in words.</param>
/// <param name="sequence">Where it comes in.</param>
/// <param name="fits">Whether one fits.</param>
internal sealed class SequenceCondition<T>(string what, Func<ScenarioWorld, ScenarioSequence<T>> sequence, Predicate<T> fits)
    : ICondition
{
    /// <inheritdoc/>
    public bool Holds(ScenarioWorld world) => sequence(world).Find(fits) >= 0;

    /// <inheritdoc/>
    public void Consume(ScenarioWorld world) => sequence(world).ConsumeThrough(sequence(world).Find(fits));

    /// <inheritdoc/>
    public string Explain(ScenarioWorld world)
    {
        const int shown = 5;
        IReadOnlyList<T> fresh = sequence(world).Fresh;
        string came = fresh.Count == 0
            ? "nothing of the kind"
            : string.Join(" · ", fresh.Skip(Math.Max(0, fresh.Count - shown)).Select(item => item?.ToString()));
        return $"no {what}; there came {came}";
    }
}
