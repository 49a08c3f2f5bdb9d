using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IqosDevice.Cli.Dashboard.Access;

/// <summary>An answer that something cannot be had, as problem details (RFC 9457).</summary>
internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new { type = "about:blank", title = ReasonPhrases.GetReasonPhrase(status), status, detail },
            options: null, contentType: "application/problem+json", context.RequestAborted);
    }
}
