using Microsoft.AspNetCore.Http;

namespace IqosDevice.Cli.Dashboard.Api;

/// <summary>
/// The router leaves handlers that are plain request delegates out of the OpenAPI document; the same handler as a
/// delegate of its own type is described.
/// </summary>
internal static class Describable
{
    public static Delegate Handler(Func<HttpContext, Task> handler) => handler;
}
