using Microsoft.AspNetCore.Builder;

namespace IqosDevice.Portal.Web;

/// <summary>Pages for people.</summary>
internal static class PageRoutes
{
    public static void Map(WebApplication app, PortalOptions options)
    {
    }
}
