using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Lab;
using IqosDevice.Portal.Support;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Hosting;

/// <summary>What the service can be asked.</summary>
internal static class PortalRoutes
{
    public static void Map(WebApplication app, PortalOptions options)
    {
        app.MapOpenApi();
        RouteGroupBuilder api = app.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, RequireAntiforgery>();
        api.MapGet("/antiforgery", (HttpContext http, IAntiforgery antiforgery) => DescribeToken(antiforgery.GetAndStoreTokens(http)))
            .WithSummary("The token that goes with what a session cookie changes.");
        SignInApi.Map(api);
        ProfileApi.Map(api.MapGroup("/profile").RequireAuthorization(PortalAuthentication.CustomerPolicy));
        DeviceApi.Map(api.MapGroup("/devices").RequireAuthorization(PortalAuthentication.CustomerPolicy));
        ClerkApi.Map(api.MapGroup("/clerk").RequireAuthorization(PortalAuthentication.ClerkPolicy));
        WarrantyApi.Map(api.MapGroup("/warranty"));
        SupportApi.Map(api.MapGroup("/support"));
        if (options.Lab)
        {
            LabApi.Map(api);
        }

        PageRoutes.Map(app, options);
    }

    private static AntiforgeryAnswer DescribeToken(AntiforgeryTokenSet tokens) => new(tokens.HeaderName!, tokens.RequestToken!);
}
