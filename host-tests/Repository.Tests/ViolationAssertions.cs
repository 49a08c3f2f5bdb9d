namespace IqosDevice.Repository.Tests;

/// <summary>How a gate fails: with one violation a line.</summary>
internal static class ViolationAssertions
{
    public static void ShouldHaveNone(this IEnumerable<Violation> violations)
    {
        var lines = violations.Select(violation => violation.ToString()).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
