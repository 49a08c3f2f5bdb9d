namespace IqosDevice.Portal.Web;

/// <summary>For which reasons an endpoint refuses: codes of the problem catalogue, for its description.</summary>
/// <param name="Codes">Codes, beside those that any endpoint of its kind has.</param>
public sealed record Refusals(IReadOnlyList<string> Codes);
