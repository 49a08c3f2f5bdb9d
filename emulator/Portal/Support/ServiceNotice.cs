using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Support;

/// <summary>Something that users should know while it lasts.</summary>
public sealed record ServiceNotice(string Id, DateOnly From, DateOnly Until, Wording Title, Wording Text);
