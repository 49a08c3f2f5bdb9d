using IqosDevice.Emulator.Scenarios.Steps;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>Plays one scenario in virtual time, from power-on to its last step.</summary>
public static class ScenarioRun
{
    /// <summary>Plays it.</summary>
    public static ScenarioOutcome Execute(Scenario scenario)
    {
        using var world = new ScenarioWorld(scenario.Holder);
        ScenarioFailure? failure = null;
        foreach (ScenarioStep step in scenario.Steps)
        {
            failure = Take(step, world);
            if (failure is not null)
            {
                break;
            }
        }

        return new ScenarioOutcome(scenario, world.Now.TotalSeconds, world.Holder.TraceHash, failure);
    }

    private static ScenarioFailure? Take(ScenarioStep step, ScenarioWorld world)
    {
        try
        {
            step.Timing.Await(world);
            step.Action.Run(world);
            return world.Violations is [var violation, ..]
                ? Fail(step, $"what must never happen: {violation}", world)
                : null;
        }
        catch (ScenarioFailureException problem)
        {
            return Fail(step, problem.Message, world);
        }
    }

    private static ScenarioFailure Fail(ScenarioStep step, string message, ScenarioWorld world) =>
        new(step.Place, step.Title, message, world.Journal);
}
