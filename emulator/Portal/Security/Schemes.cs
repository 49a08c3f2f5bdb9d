using IqosDevice.Portal.Accounts;

namespace IqosDevice.Portal.Security;

/// <summary>Names of the ways in which a request says who it is from, and of what the tickets hold.</summary>
public static class Schemes
{
    /// <summary>The session cookie of a browser.</summary>
    public const string Web = "web";

    /// <summary>The bearer token of an app.</summary>
    public const string App = "app";

    /// <summary>Either of them, by what the request brings.</summary>
    public const string Either = "either";

    /// <summary>Claim: number of the session.</summary>
    public const string SessionClaim = "session";

    public static string Of(ClientKind client) => client == ClientKind.App ? App : Web;
}
