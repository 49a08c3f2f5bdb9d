namespace IqosDevice.Portal.Common;

/// <summary>What came of a request: done, or every reason why not, field by field.</summary>
public class Outcome
{
    protected Outcome(IReadOnlyList<Problem> problems) => Problems = problems;

    public static Outcome Done { get; } = new([]);

    public IReadOnlyList<Problem> Problems { get; }

    public bool IsDone => Problems.Count == 0;

    public static Outcome Refuse(string code, string field = "") => new([new Problem(field, code)]);

    public static Outcome Refuse(IReadOnlyList<Problem> problems) => new(problems);
}
