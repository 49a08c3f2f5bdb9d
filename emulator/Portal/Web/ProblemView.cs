namespace IqosDevice.Portal.Web;

/// <summary>What a refused request is answered: problem details (RFC 9457).</summary>
/// <param name="Title">The code of the first problem.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Detail">The first problem as a sentence, in the language of the request.</param>
/// <param name="Code">The code of the first problem, for programs.</param>
/// <param name="Errors">What is wrong with each field, by its name.</param>
/// <param name="Web">Where on the web an app's user does what the app cannot; absent otherwise.</param>
/// <param name="Type">Where the status is described; absent for some.</param>
public sealed record ProblemView(
    string Title, int Status, string Detail, string Code, IReadOnlyDictionary<string, IReadOnlyList<FieldProblem>> Errors, string? Web = null,
    string? Type = null);
