namespace IqosDevice.Emulator.Scenarios;

/// <summary>A step did not come out as the scenario says.</summary>
public sealed class ScenarioFailureException : Exception
{
    public ScenarioFailureException(string message)
        : base(message)
    {
    }
}
