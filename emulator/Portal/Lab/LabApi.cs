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
        api.MapGet("/outbox", ReadOutboxAsync).WithSummary("Messages that were sent, oldest first.");
        RouteGroupBuilder lab = api.MapGroup("/lab");
        lab.MapGet("/clock", (PortalClock clock) => DescribeClock(clock)).WithSummary("The portal's time.");
        lab.MapPost("/clock", AdvanceAsync).Answers<ClockView>("Jumps ahead; what is due by then is deleted.", "not-a-choice");
        lab.MapPost("/devices", AddDevicesAsync)
            .Answers<DevicesAdded>("Manufactures devices.", "required", "too-long", "not-text", "not-a-code", "not-a-choice");
        lab.MapPost("/newsletter", async (Club club) => new NewsletterSent(await club.SendNewsletterAsync()))
            .WithSummary("Sends a newsletter to the club.");
    }

    private static async Task<IEnumerable<SentMessage>> ReadOutboxAsync(PortalDb db, Post post, string? to, string? topic, long? after)
    {
        await post.SweepAsync();
        List<OutboxMessage> messages = await db.OutboxMessages.AsNoTracking()
            .Where(message => (to == null || message.To == to) && (topic == null || message.Topic == topic) && message.Id > (after ?? 0))
            .OrderBy(message => message.Id).Take(MostMessages).ToListAsync();
        return messages.Select(SentMessage.Of);
    }

    private static async Task<IResult> AdvanceAsync(HttpContext http, ClockBody body, PortalClock clock, Retention retention)
    {
        try
        {
            clock.Advance(TimeSpan.FromSeconds(body.Seconds) + TimeSpan.FromDays(body.Days));
        }
        catch (Exception failure) when (failure is ArgumentException or OverflowException)
        {
            return ApiAnswers.Problem(http, Outcome.Refuse("not-a-choice", body.Days != 0 ? "days" : "seconds"));
        }

        await retention.SweepAsync();
        return Results.Ok(DescribeClock(clock));
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
            : Results.Ok(new DevicesAdded(await Factory.AddAsync(db, [.. made.OfType<ManufacturedDevice>()])));
    }

    private static ClockView DescribeClock(PortalClock clock) => new(clock.GetUtcNow(), clock.Ahead.TotalSeconds);

    internal sealed record ClockBody(double Days, double Seconds);

    internal sealed record ClockView(DateTimeOffset Now, double AheadSeconds);

    internal sealed record DevicesAdded(int Added);

    internal sealed record NewsletterSent(int Sent);
}
