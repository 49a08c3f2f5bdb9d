using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Security;

/// <summary>Turns away a host header that is no part of an address, such as an empty one or one with port 99999; the filter of host names looks at names alone.</summary>
public static class HostHeader
{
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (Uri.TryCreate($"http://{http.Request.Host}/", UriKind.Absolute, out _))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
