using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Cli.Dashboard.Access;

/// <summary>Takes the token from the address that a run prints, or from a form, and gives the browser its cookie.</summary>
internal static class LoginPage
{
    private const string TokenField = "t";

    /// <summary>What is served without the token: the form and its looks.</summary>
    public static bool IsPublic(PathString path) =>
        path == AccessGuard.LoginPath || path == "/login.css" || path == "/icon.svg";

    public static void Map(IEndpointRouteBuilder routes, BrowserToken token) =>
        routes.MapGet(AccessGuard.LoginPath, (HttpContext context) =>
        {
            string? given = context.Request.Query[TokenField];
            if (!token.Matches(given))
            {
                context.Response.StatusCode = given is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
                return WebFiles.WriteAsync(context, given is null ? "login.html" : "login-wrong.html");
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
}
