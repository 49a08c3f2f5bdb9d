namespace IqosDevice.Portal.Accounts;

/// <summary>A code just made.</summary>
/// <param name="Request">Number for whoever asked.</param>
/// <param name="Code">What goes to the address, and nowhere else.</param>
public sealed record IssuedCode(Guid Request, string Code);
