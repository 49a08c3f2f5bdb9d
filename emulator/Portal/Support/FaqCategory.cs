using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Support;

/// <summary>Questions about one thing.</summary>
public sealed record FaqCategory(string Id, Wording Title, IReadOnlyList<FaqEntry> Entries);
