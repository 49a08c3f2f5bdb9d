using System.Security.Cryptography;
using System.Text;

namespace IqosDevice.Cli.Dashboard.Access;

/// <summary>
/// The secret of one run. Programs send it as a bearer token; a browser gets a cookie for it by the address that the
/// run prints. The cookie holds a hash of the token, so that what a browser keeps cannot open an API client's door.
/// </summary>
internal sealed class BrowserToken
{
    private readonly byte[] token;
    private readonly byte[] cookie;

    public BrowserToken(string token)
    {
        this.token = Encoding.UTF8.GetBytes(token);
        Text = token;
        CookieValue = Convert.ToHexStringLower(SHA256.HashData(this.token));
        cookie = Encoding.UTF8.GetBytes(CookieValue);
    }

    /// <summary>The token itself.</summary>
    public string Text { get; }

    /// <summary>What the cookie holds.</summary>
    public string CookieValue { get; }

    /// <summary>128 bits that nobody guesses.</summary>
    public static BrowserToken CreateRandom() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    public bool Matches(string? candidate) => Equal(candidate, token);

    public bool MatchesCookie(string? candidate) => Equal(candidate, cookie);

    // In a time that does not tell how much of it was right.
    private static bool Equal(string? candidate, byte[] secret) =>
        candidate is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), secret);
}
