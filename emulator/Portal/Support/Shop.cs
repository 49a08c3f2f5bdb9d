namespace IqosDevice.Portal.Support;

/// <summary>A shop that sells devices.</summary>
/// <param name="Id">Stable identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Town">Town.</param>
/// <param name="Address">Street and number.</param>
/// <param name="Models">Models that it sells.</param>
/// <param name="LimitedRange">Sells little, and replaces nothing.</param>
public sealed record Shop(string Id, string Name, string Town, string Address, IReadOnlyList<string> Models, bool LimitedRange);
