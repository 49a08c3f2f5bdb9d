using IqosDevice.Portal.Common;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Portal.Support;

/// <summary>Support, for everybody.</summary>
public static class SupportApi
{
    public static void Map(RouteGroupBuilder support)
    {
        support.MapGet("/faq", (SupportContent content) => content.Faq).WithSummary("Frequent questions by category.");
        support.MapGet("/tips", (SupportContent content, string? model) =>
            content.Tips.Where(tip => !tip.IsVideo && (model is null || tip.IsFor(model)))).WithSummary("Tips and tutorials, of one model or all.");
        support.MapGet("/shops", (SupportContent content, string? town) => content.FindShops(town)).WithSummary("Shops by town.");
        support.MapGet("/notices", (SupportContent content, PortalClock clock) =>
            content.NoticesOn(BudapestTime.DayOf(clock.GetUtcNow()))).WithSummary("Service notices of today.");
        support.MapGet("/contact", (SupportContent content, PortalClock clock) => ContactView.At(content, clock.GetUtcNow()))
            .WithSummary("How and when support is reached.");
        support.MapGet("/firmware/{model}", (SupportContent content, PortalClock clock, string model) =>
            content.FirmwareFor(model, BudapestTime.DayOf(clock.GetUtcNow())).ToList() is { Count: > 0 } releases
                ? Results.Ok(releases)
                : Results.NotFound()).Answers<IReadOnlyList<FirmwareRelease>>("Firmware that was released for a model, latest first.", "not-found");
    }
}
