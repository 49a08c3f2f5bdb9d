namespace IqosDevice.Portal.Tests.Accounts;

/// <summary>The steps of signing in, one by one.</summary>
internal static class SigningIn
{
    /// <summary>Asks for a code; gives the number of the request back.</summary>
    public static async Task<string> AskCodeAsync(this PortalClient visitor, string address) =>
        (await visitor.PostAsync("/api/sign-in/code", new { address })).Text("request");

    public static Task<PortalClient.Answer> VerifyCodeAsync(this PortalClient visitor, string request, string code) =>
        visitor.PostAsync("/api/sign-in/code/verify", new { request, code, client = "web" });

    public static Task<PortalClient.Answer> PasswordAsync(this TestPortal portal, string name, string password) =>
        portal.Visit().PostAsync("/api/sign-in/password", new { name, password, client = "web" });

    /// <summary>The code that was sent last.</summary>
    public static async Task<string> ReadCodeAsync(this TestPortal portal, string to, string topic = "sign-in-code") =>
        (await portal.ReadMessageAsync(to, topic)).GetProperty("code").GetString()!;
}
