using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Web;

/// <summary>
/// The API's part of the antiforgery: what a session cookie changes needs the token of <c>GET /api/antiforgery</c> in its
/// header. A bearer token proves enough by itself. (Forms of pages are checked by the framework.) What a browser says to come
/// from elsewhere changes nothing in any case: the lab asks for no session.
/// </summary>
public sealed class RequireAntiforgery(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        bool changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        bool byCookie = http.User.Identity is { IsAuthenticated: true } && !Sessions.IsApp(http.User);
        bool foreign = IsForeign(http.Request);
        return changes && (foreign || (byCookie && !await antiforgery.IsRequestValidAsync(http)))
            ? ApiAnswers.Problem(http, Outcome.Refuse("antiforgery"))
            : await next(context);
    }

    // Origin, too: it tells another port of the same machine from this one, and browsers sent it before they sent the other.
    private static bool IsForeign(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site"
        || (request.Headers.Origin is [{ } origin] && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
}
