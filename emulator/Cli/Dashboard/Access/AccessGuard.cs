using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace IqosDevice.Cli.Dashboard.Access;

/// <summary>
/// Stands before everything that is served. A request gets in where it names this server as its host (so that a
/// foreign name that resolves to this machine is of no use), comes from this server's own page or from no page, and
/// brings the token or its cookie.
/// </summary>
internal sealed class AccessGuard
{
    /// <summary>Path of the page that asks for the token, and that takes it.</summary>
    public const string LoginPath = "/login";

    private const string BearerPrefix = "Bearer ";

    private readonly BrowserToken token;
    private readonly HttpAddress address;

    public AccessGuard(BrowserToken token, HttpAddress address)
    {
        this.token = token;
        this.address = address;
    }

    /// <summary>Lets a request through, or answers it.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        if (!IsOurHost(context.Request.Host))
        {
            return Refusal.WriteAsync(context, StatusCodes.Status400BadRequest,
                "The request names another host than the one that serves it.");
        }

        if (!IsOurOrigin(context.Request))
        {
            return Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "Requests of other sites' pages are refused.");
        }

        if (LoginPage.IsPublic(context.Request.Path) || IsAllowedIn(context.Request))
        {
            return next(context);
        }

        if (context.Request.Path == "/")
        {
            context.Response.Redirect(LoginPath);
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refusal.WriteAsync(context, StatusCodes.Status401Unauthorized,
            "The token is missing or wrong. It is in the address that \"iqos-emulator run\" prints; programs send it as \"Authorization: Bearer TOKEN\".");
    }

    /// <summary>A cookie of its own for each port, because browsers share them among the ports of a host.</summary>
    public static string CookieName(HttpContext context) => $"iqos-emulator-{context.Connection.LocalPort}";

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>An IP address cannot be made to lead elsewhere; of names, only localhost is known to be this machine.</summary>
    private bool IsOurHost(HostString host) =>
        IPAddress.TryParse(host.Host.Trim('[', ']'), out IPAddress? named)
            ? named.Equals(address.Address) || IPAddress.IsLoopback(named) || IsAny(address.Address)
            : string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsAny(IPAddress listened) => listened.Equals(IPAddress.Any) || listened.Equals(IPAddress.IPv6Any);

    private static bool IsOurOrigin(HttpRequest request)
    {
        StringValues origin = request.Headers.Origin;
        StringValues site = request.Headers["Sec-Fetch-Site"];
        bool isOwnOrigin = origin.Count == 0
            || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));

        // A link that leads here from elsewhere opens the page, and does nothing else.
        bool isOwnSite = site.Count == 0 || site[0] is "same-origin" or "none";
        bool isNavigation = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && !request.Path.StartsWithSegments("/api");
        return isOwnOrigin && (isOwnSite || isNavigation);
    }

    private bool IsAllowedIn(HttpRequest request)
    {
        string? authorization = request.Headers[HeaderNames.Authorization];
        return authorization is not null && authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            ? token.Matches(authorization[BearerPrefix.Length..])
            : token.MatchesCookie(request.Cookies[CookieName(request.HttpContext)]);
    }
}
