namespace IqosDevice.Portal.Common;

/// <summary>What is wrong with one field of a request; an empty field means the request as a whole.</summary>
/// <param name="Field">Name of the field as the API spells it.</param>
/// <param name="Code">An entry of <see cref="ProblemCatalogue"/>.</param>
public sealed record Problem(string Field, string Code);
