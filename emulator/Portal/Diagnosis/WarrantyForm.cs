namespace IqosDevice.Portal.Diagnosis;

/// <summary>A claim as it is filled in.</summary>
/// <param name="Code">Device code.</param>
/// <param name="BoughtOn">Day on the receipt, as <c>YYYY-MM-DD</c>; not asked of the owner of a registered device.</param>
/// <param name="Description">What is wrong.</param>
public sealed record WarrantyForm(string? Code, string? BoughtOn, string? Description);
