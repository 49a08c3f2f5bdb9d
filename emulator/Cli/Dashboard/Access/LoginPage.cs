using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Cli.Dashboard.Access;

/// <summary>Takes the token from the address that a run prints, or from a form, and gives the browser its cookie.</summary>
internal static class LoginPage
{
    private const string TokenField = "t";

    private const string Form = "login.html";

    // The page has the sentence about a wrong token in it, hidden.
    private const string Hidden = "role=\"alert\" hidden";
    private const string Shown = "role=\"alert\"";

    /// <summary>What is served without the token: the form and its looks.</summary>
    public static bool IsPublic(PathString path) =>
        path == AccessGuard.LoginPath || path == "/login.css" || path == "/icon.svg";

    public static void Map(IEndpointRouteBuilder routes, BrowserToken token) =>
        routes.MapGet(AccessGuard.LoginPath, (HttpContext context) =>
        {
            string? given = context.Request.Query[TokenField];
            if (!token.Matches(given))
            {
                return given is null ? WebFiles.WriteAsync(context, Form) : WriteWrongAsync(context);
            }

            context.Response.Cookies.Append(AccessGuard.CookieName(context), token.CookieValue, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
                IsEssential = true,
            });
            context.Response.Redirect("/");
            return Task.CompletedTask;
        }).ExcludeFromDescription();

    private static Task WriteWrongAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(WebFiles.ReadText(Form).Replace(Hidden, Shown, StringComparison.Ordinal), context.RequestAborted);
    }
}
