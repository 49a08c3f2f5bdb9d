namespace IqosDevice.Portal.Common;

/// <summary>Number of what a request has made.</summary>
public sealed record CreatedNumber(Guid Id);
