namespace IqosDevice.Emulator.Scenarios;

/// <summary>A place in a scenario file; line and column count from 1.</summary>
public readonly record struct ScenarioPlace(string File, long Line, long Column)
{
    /// <summary>As compilers write it: <c>FILE:12:5</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
