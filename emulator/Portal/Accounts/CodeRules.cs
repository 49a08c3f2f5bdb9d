namespace IqosDevice.Portal.Accounts;

/// <summary>Numbers of the one-time codes.</summary>
public static class CodeRules
{
    /// <summary>Codes of one purpose that an account gets within <see cref="IssueWindow"/>.</summary>
    public const int IssuesPerWindow = 3;

    /// <summary>Digits of a code that is typed.</summary>
    public const int Digits = 6;

    public static readonly TimeSpan IssueWindow = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    /// <summary>Whether one more may be sent, after those that were sent at these times.</summary>
    public static bool MayIssue(IEnumerable<DateTimeOffset> issuedAt, DateTimeOffset now) =>
        issuedAt.Count(at => at > now - IssueWindow) < IssuesPerWindow;
}
