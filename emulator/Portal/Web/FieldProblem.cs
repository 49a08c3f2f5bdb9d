namespace IqosDevice.Portal.Web;

/// <summary>What is wrong with a field.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">As a sentence, in the language of the request.</param>
public sealed record FieldProblem(string Code, string Message);
