using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IqosDevice.Portal.Web;

/// <summary>Which language a request is answered in.</summary>
public static class Languages
{
    public const string CookieName = "portal.language";

    /// <summary>What was chosen in this browser, or else the profile's, or else what the browser likes best of the two, or else English.</summary>
    public static Language Of(HttpContext http) =>
        http.Request.Cookies[CookieName] is { Length: > 0 } chosen ? Parse(chosen)
        : LiveSession.CustomerOf(http) is { } customer ? customer.Language
        : Preferred(http.Request.GetTypedHeaders().AcceptLanguage);

    public static string CodeOf(Language language) => language == Language.Hungarian ? "hu" : "en";

    public static Language Parse(string text) =>
        Is(text, "hu") ? Language.Hungarian : Language.English;

    private static Language Preferred(IList<StringWithQualityHeaderValue> asked) => asked.Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value ?? string.Empty)
        .FirstOrDefault(tag => Is(tag, "hu") || Is(tag, "en")) is { } first ? Parse(first) : Language.English;

    // A tag is a language, and perhaps a region behind a hyphen (RFC 5646).
    private static bool Is(string tag, string language) => tag.StartsWith(language, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == language.Length || tag[language.Length] == '-');
}
