namespace IqosDevice.Portal.Accounts;

/// <summary>A new postal address.</summary>
public sealed record AddressForm(string? PostalCode, string? Town, string? Street);
