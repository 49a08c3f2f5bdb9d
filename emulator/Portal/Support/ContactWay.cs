using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Support;

/// <summary>One way to reach support.</summary>
public sealed record ContactWay(string Kind, string Address, Wording Title);
