using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Web;

/// <summary>The two files that pages ask for, from inside the program.</summary>
internal static class WebFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/portal.css", () => Results.Stream(Open("portal.css"), "text/css; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/icon.svg", () => Results.Stream(Open("icon.svg"), "image/svg+xml")).ExcludeFromDescription();
    }

    private static Stream Open(string name) => typeof(WebFiles).Assembly.GetManifestResourceStream(name)!;
}
