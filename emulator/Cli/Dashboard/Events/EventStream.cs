using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Cli.Dashboard.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Cli.Dashboard.Events;

/// <summary>
/// <c>GET /api/events</c>: the feed as server-sent events. The first is named <c>past</c> and tells the last ten
/// minutes; each <c>look</c> after it tells the state and what is new. Numbers that leave a gap mean that this reader
/// was too slow.
/// </summary>
internal static class EventStream
{
    public const string Path = "/api/events";

    public static void Map(IEndpointRouteBuilder routes, HolderFeed feed) =>
        routes.MapGet(Path, Describable.Handler(context => ServeAsync(context, feed)))
            .WithName("events").WithTags("Push")
            .WithSummary("What happens, as server-sent events: first the past, then ten looks a second.");

    private static async Task ServeAsync(HttpContext context, HolderFeed feed)
    {
        if (feed.TryJoin() is not { } reader)
        {
            await Refusal.WriteAsync(context, StatusCodes.Status503ServiceUnavailable,
                $"{HolderFeed.MostReaders} readers follow already; close one of them.");
            return;
        }

        try
        {
            ServerSentEventsResult<string> events = TypedResults.ServerSentEvents(reader.ReadAllAsync(context.RequestAborted));
            await events.ExecuteAsync(context);
        }
        finally
        {
            feed.Leave(reader);
        }
    }
}
