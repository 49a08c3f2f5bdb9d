namespace IqosDevice.Portal.Devices;

/// <summary>One period of a device's history.</summary>
public sealed record OwnershipPeriod(DateTimeOffset Since, OwnershipBasis Basis, DateTimeOffset? Until, OwnershipEnd? EndedBy, bool Yours);
