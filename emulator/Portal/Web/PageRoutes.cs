using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Hosting;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Web;

/// <summary>Pages for people: plain forms, no script.</summary>
internal static class PageRoutes
{
    private const int LongestTown = 80;
    private const int MessagesShown = 100;

    public static void Map(WebApplication app, PortalOptions options)
    {
        WebFiles.Map(app);
        RouteGroupBuilder pages = app.MapGroup(string.Empty).ExcludeFromDescription();
        pages.MapGet("/", (HttpContext http) => (IResult)Page.Show<Home>(http));
        pages.MapGet("/privacy", (HttpContext http) => (IResult)Page.Show<PrivacyPage>(http));
        pages.MapGet("/support", ShowSupport);
        pages.MapPost("/language", ChooseLanguageAsync);
        pages.MapPost("/sign-out", ProfilePages.SignOutAsync);
        MapWarranty(pages);
        AccountPages.Map(pages);
        ProfilePages.Map(pages.MapGroup("/profile").RequireAuthorization(PortalAuthentication.CustomerPolicy));
        DevicePages.Map(pages.MapGroup("/devices").RequireAuthorization(PortalAuthentication.CustomerPolicy));
        ClerkPages.Map(pages.MapGroup("/clerk").RequireAuthorization(PortalAuthentication.ClerkPolicy));
        if (options.Lab)
        {
            pages.MapGet("/outbox", ShowOutboxAsync);
        }
    }

    private static void MapWarranty(RouteGroupBuilder pages)
    {
        pages.MapGet("/warranty", (HttpContext http) => (IResult)Page.Show<WarrantyPage>(http, new { Code = http.Request.Query["code"].ToString() }));
        pages.MapPost("/warranty", async (HttpContext http, IFormCollection form, Warranty warranty) =>
            await FormReading.AnswerAsync<WarrantyPage>(
                http, form,
                await warranty.ClaimAsync(
                    LiveSession.CustomerOf(http)?.Id, new WarrantyForm(form.Text("code"), form.Text("boughtOn"), form.Text("description"))),
                "/warranty?done=claim")).RequireRateLimiting(RequestLimits.SignInPolicy);
    }

    internal static IResult ShowSupport(HttpContext http, SupportContent content, PortalClock clock)
    {
        string town = http.Request.Query["town"].ToString();
        DateTimeOffset now = clock.GetUtcNow();
        return Page.Show<SupportPage>(http, new
        {
            Content = content,
            Notices = (IReadOnlyList<ServiceNotice>)[.. content.NoticesOn(BudapestTime.DayOf(now))],
            OpenNow = OpeningHours.IsOpen(now),
            Town = town.Length <= LongestTown ? town : string.Empty,
        });
    }

    private static async Task<IResult> ChooseLanguageAsync(HttpContext http, IFormCollection form, Profile own)
    {
        Language language = Languages.Parse(form.Text("language") ?? string.Empty);
        if (LiveSession.CustomerOf(http) is { } customer)
        {
            await own.ChangeLanguageAsync(customer.Id, language);
        }

        http.Response.Cookies.Append(
            Languages.CookieName, Languages.CodeOf(language), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return Results.Redirect(FormReading.LocalPath(form.Text("return"), "/"));
    }

    private static async Task<IResult> ShowOutboxAsync(HttpContext http, PortalDb db, Post post)
    {
        await post.SweepAsync();
        List<OutboxMessage> messages = await db.OutboxMessages.AsNoTracking().OrderByDescending(message => message.Id).Take(MessagesShown).ToListAsync();
        return Page.Show<OutboxPage>(http, new { Messages = (IReadOnlyList<OutboxMessage>)messages });
    }
}
