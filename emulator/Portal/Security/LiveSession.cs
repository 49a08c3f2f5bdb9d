using System.Security.Claims;
using IqosDevice.Portal.Accounts;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Security;

/// <summary>Asks the database at every request whether the session still holds, so that an end is an end at once.</summary>
public static class LiveSession
{
    private static readonly object Key = new();

    public static async Task CheckAsync(HttpContext http, Sessions sessions, RequestDelegate next)
    {
        if (http.User.Identity is { IsAuthenticated: true })
        {
            Customer? customer = await sessions.FindAsync(http.User);
            if (customer is null)
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }

            http.Items[Key] = customer;
        }

        await next(http);
    }

    /// <summary>Who is signed in; null for nobody.</summary>
    public static Customer? CustomerOf(HttpContext http) => http.Items.TryGetValue(Key, out object? customer) ? customer as Customer : null;
}
