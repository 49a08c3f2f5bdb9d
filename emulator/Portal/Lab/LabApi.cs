using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Lab;

/// <summary>What a test needs and a real service would never offer: other people's mail, the clock, the factory.</summary>
public static class LabApi
{
    private const int MostMessages = 200;
    private const int MostDevices = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/outbox", async (PortalDb db, Post post, string? to, string? topic, long? after) => await ReadOutboxAsync(db, post, to, topic, after))
            .WithSummary("Messages that were sent, oldest first.");
        RouteGroupBuilder lab = api.MapGroup("/lab");
        lab.MapGet("/clock", (PortalClock clock) => DescribeClock(clock)).WithSummary("The portal's time.");
        lab.MapPost("/clock", (HttpContext http, ClockBody body, PortalClock clock) => Advance(http, body, clock))
            .WithSummary("Jumps ahead.").WithMetadata(new Refusals(["not-a-choice"]));
        lab.MapPost("/devices", AddDevicesAsync)
            .WithSummary("Manufactures devices.").WithMetadata(new Refusals(["required", "too-long", "not-text", "not-a-code", "not-a-choice"]));
        lab.MapPost("/newsletter", async (Club club) => Results.Ok(new { sent = await club.SendNewsletterAsync() })).WithSummary("Sends a newsletter to the club.");
    }

    private static async Task<IEnumerable<object>> ReadOutboxAsync(PortalDb db, Post post, string? to, string? topic, long? after)
    {
        await post.SweepAsync();
        List<OutboxMessage> messages = await db.OutboxMessages.AsNoTracking()
            .Where(message => (to == null || message.To == to) && (topic == null || message.Topic == topic) && message.Id > (after ?? 0))
            .OrderBy(message => message.Id).Take(MostMessages).ToListAsync();
        return messages.Select(message => new
        {
            message.Id,
            message.SentAt,
            message.Channel,
            message.To,
            message.Topic,
            message.Subject,
            message.Body,
            message.Code,
            message.Link,
        });
    }

    private static IResult Advance(HttpContext http, ClockBody body, PortalClock clock)
    {
        try
        {
            clock.Advance(TimeSpan.FromSeconds(body.Seconds) + TimeSpan.FromDays(body.Days));
            return Results.Ok(DescribeClock(clock));
        }
        catch (Exception failure) when (failure is ArgumentException or OverflowException)
        {
            return ApiAnswers.Problem(http, Outcome.Refuse("not-a-choice", body.Days != 0 ? "days" : "seconds"));
        }
    }

    private static async Task<IResult> AddDevicesAsync(HttpContext http, List<ManufacturedDevice?> made, PortalDb db)
    {
        var checks = new FieldChecks();
        checks.Require(made.Count <= MostDevices, "devices", "too-long");
        foreach (ManufacturedDevice? device in made.Take(MostDevices))
        {
            checks.Require(DeviceCodes.TryParse(device?.Code, out string? code) && code == device!.Code, "code", "not-a-code");
            checks.Line("model", device?.Model, 40);
            checks.Require(device?.SoldIn is null or { Length: 2 }, "soldIn", "not-a-choice");
            checks.Require(device?.ShopId is null or { Length: <= 40 }, "shopId", "too-long");
        }

        return checks.Problems.Count > 0
            ? ApiAnswers.Problem(http, Outcome.Refuse(checks.Problems))
            : Results.Ok(new { added = await Factory.AddAsync(db, [.. made.OfType<ManufacturedDevice>()]) });
    }

    private static object DescribeClock(PortalClock clock) => new { now = clock.GetUtcNow(), aheadSeconds = clock.Ahead.TotalSeconds };

    internal sealed record ClockBody(double Days, double Seconds);
}
