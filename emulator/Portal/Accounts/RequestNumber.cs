namespace IqosDevice.Portal.Accounts;

/// <summary>Number of a request for a code; it goes with the code when that is sent back.</summary>
public sealed record RequestNumber(Guid Request);
