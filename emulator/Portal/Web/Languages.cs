using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>Which language a request is answered in.</summary>
public static class Languages
{
    public const string CookieName = "portal.language";

    /// <summary>What was chosen, or else what the browser asks for first, or else English.</summary>
    public static Language Of(HttpContext http) =>
        http.Request.Cookies[CookieName] is { Length: > 0 } chosen ? Parse(chosen)
        : LiveSession.CustomerOf(http) is { } customer ? customer.Language
        : Parse(http.Request.Headers.AcceptLanguage.ToString());

    public static string CodeOf(Language language) => language == Language.Hungarian ? "hu" : "en";

    public static Language Parse(string text) =>
        text.TrimStart().StartsWith("hu", StringComparison.OrdinalIgnoreCase) ? Language.Hungarian : Language.English;
}
