using IqosDevice.Portal.Common;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>Warranty claims; open to everybody, because the law asks for no profile.</summary>
public static class WarrantyApi
{
    public static void Map(RouteGroupBuilder warranty) => warranty
        .MapPost("/claims", async (HttpContext http, WarrantyForm form, Warranty claims) =>
            ApiAnswers.Of(http, await claims.ClaimAsync(LiveSession.CustomerOf(http)?.Id, form), id => new CreatedNumber(id)))
        .RequireRateLimiting(RequestLimits.SignInPolicy)
            .Answers<CreatedNumber>("Claims under warranty, by receipt or as the registered owner.",
                "required", "too-long", "not-text", "not-a-code", "not-a-date", "code-unknown", "out-of-warranty", "claim-open");
}
