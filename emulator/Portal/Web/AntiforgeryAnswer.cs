namespace IqosDevice.Portal.Web;

/// <summary>What a browser's script sends along with what it changes.</summary>
/// <param name="Header">Header that takes the token.</param>
/// <param name="Token">The token; it belongs to the cookie that came with it.</param>
public sealed record AntiforgeryAnswer(string Header, string Token);
