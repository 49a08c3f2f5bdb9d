namespace IqosDevice.Portal.Common;

/// <summary>How one kind of problem is answered: the HTTP status and a sentence for a person.</summary>
public sealed record ProblemDescription(int Status, Wording Wording);
