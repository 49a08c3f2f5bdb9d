using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>An act upon the holder: a verb of the control channel with its parameters.</summary>
internal sealed class VerbAction(ControlVerb verb, ControlArguments arguments) : IScenarioAction
{
    /// <inheritdoc/>
    public bool Judges => false;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        world.BeginAct(verb.Name);
        try
        {
            world.Control.Carry(verb, arguments);
        }
        catch (ControlException problem)
        {
            throw new ScenarioFailureException(problem.Message);
        }
    }
}
