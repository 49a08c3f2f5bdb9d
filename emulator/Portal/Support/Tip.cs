using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Support;

/// <summary>A tip or a usage video. No models means all of them.</summary>
public sealed record Tip(string Id, Wording Title, Wording Text, IReadOnlyList<string> Models, bool IsVideo)
{
    public bool IsFor(string model) => Models.Count == 0 || Models.Contains(model, StringComparer.Ordinal);
}
