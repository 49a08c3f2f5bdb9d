using IqosDevice.Emulator.Scenarios.Conditions;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>What must hold: now, within a time, or all through a time.</summary>
/// <param name="conditions">All of it at once.</param>
/// <param name="within">It must come to hold before this is over.</param>
/// <param name="lasting">It must hold at every tick of this time, once it does.</param>
internal sealed class ExpectAction(ConditionSet conditions, TimeSpan? within, TimeSpan? lasting) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => true;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        if (!world.RunUntil(conditions, within ?? TimeSpan.Zero))
        {
            string limit = within is { } time ? $" within {time.TotalSeconds} s" : string.Empty;
            throw new ScenarioFailureException($"expected{limit}, but {conditions.Explain(world)}");
        }

        if (lasting is { } length)
        {
            TimeSpan start = world.Now;
            if (world.Holder.RunUntil(_ => !conditions.Hold(world), length))
            {
                double held = (world.Now - start).TotalSeconds;
                throw new ScenarioFailureException(
                    $"expected for {length.TotalSeconds} s, but after {held:F2} s {conditions.Explain(world)}");
            }
        }

        conditions.Consume(world);
    }
}
