namespace IqosDevice.Portal.Web;

/// <summary>Metadata: an app is refused, with this code.</summary>
/// <param name="Code">The reason.</param>
public sealed record WebOnlyMark(string Code);
