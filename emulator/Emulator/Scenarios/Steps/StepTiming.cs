using IqosDevice.Emulator.Scenarios.Conditions;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>When a step is taken: all that is given, in the order at, after, when.</summary>
public sealed record StepTiming
{
    /// <summary>The longest that a step waits for its condition.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Virtual time since the start.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>Virtual time since the step before.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>As soon as this holds.</summary>
    public ConditionSet? When { get; init; }

    /// <summary>Lets virtual time pass until the step's turn has come.</summary>
    /// <exception cref="ScenarioFailureException">Its time is past, or its condition did not come.</exception>
    internal void Await(ScenarioWorld world)
    {
        if (At is { } at)
        {
            TimeSpan now = world.Now;
            if (at < now)
            {
                throw new ScenarioFailureException($"the step is due at {at.TotalSeconds} s, and it is {now.TotalSeconds:F2} s already");
            }

            world.Holder.Advance(at - now);
        }

        if (After is { } after)
        {
            world.Holder.Advance(after);
        }

        if (When is { } when && !world.RunUntil(when, Patience))
        {
            throw new ScenarioFailureException($"waited {Patience.TotalMinutes} min in vain: {when.Explain(world)}");
        }
    }
}
