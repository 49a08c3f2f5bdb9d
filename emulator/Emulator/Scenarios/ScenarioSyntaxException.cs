namespace IqosDevice.Emulator.Scenarios;

/// <summary>A scenario file cannot be understood; says where and why.</summary>
public sealed class ScenarioSyntaxException : Exception
{
    public ScenarioSyntaxException(ScenarioPlace place, string problem, Exception? cause = null)
        : base($"{place}: {problem}", cause)
    {
        Place = place;
        Problem = problem;
    }

    /// <summary>Where in the file.</summary>
    public ScenarioPlace Place { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }
}
