using Xunit.v3;

namespace IqosDevice.Portal.Tests;

/// <summary>Rules of the portal that a test holds, by their names in <c>docs/portal.md</c>: <c>-trait "Rule=code-once"</c> runs them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuleAttribute(params string[] names) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Names { get; } = names;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. Names.Select(name => new KeyValuePair<string, string>("Rule", name))];
}
