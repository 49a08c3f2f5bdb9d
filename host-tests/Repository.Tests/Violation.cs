namespace IqosDevice.Repository.Tests;

/// <summary>One thing that a gate refuses: where it stands and what it is.</summary>
internal sealed record Violation(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
