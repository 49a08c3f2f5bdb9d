using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Hosting;

/// <summary>Session cookies for browsers and bearer tokens for apps, both of the framework.</summary>
internal static class PortalAuthentication
{
    public const string ClerkPolicy = "clerk";

    /// <summary>A clerk has no profile and no devices.</summary>
    public const string CustomerPolicy = "customer";

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(Schemes.Either)
            .AddPolicyScheme(Schemes.Either, displayName: null, policy => policy.ForwardDefaultSelector = Choose)
            .AddCookie(Schemes.Web, ConfigureCookie)
            .AddBearerToken(Schemes.App, bearer =>
            {
                bearer.BearerTokenExpiration = Sessions.AppToken;
                bearer.RefreshTokenExpiration = Sessions.AppRefresh;
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(ClerkPolicy, policy => policy.RequireRole(nameof(Role.Clerk)))
            .AddPolicy(CustomerPolicy, policy => policy.RequireRole(nameof(Role.Customer)));
    }

    private static string Choose(HttpContext http) =>
        http.Request.Headers.ContainsKey(Microsoft.Net.Http.Headers.HeaderNames.Authorization) ? Schemes.App : Schemes.Web;

    private static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "portal.session";
        cookie.Cookie.HttpOnly = true;

        // Lax: the link in a message has to find the session.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = Sessions.WebIdle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "return";
        cookie.Events.OnRedirectToLogin = context => RedirectAsync(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context, int apiStatus)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = apiStatus;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
