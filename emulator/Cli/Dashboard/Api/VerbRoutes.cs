using System.Globalization;
using System.Text.Json;
using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Cli.Dashboard.Api;

/// <summary>
/// A route for each verb of the table that the control channel offers: <c>GET /api/state</c> where it looks,
/// <c>POST /api/puff</c> with a JSON object where it does something. What is pushed comes by <c>/api/events</c>.
/// </summary>
internal static class VerbRoutes
{
    public const string Prefix = "/api/";

    public static void Map(IEndpointRouteBuilder routes, ControlSession session, SimulationDoor door)
    {
        foreach (ControlVerb verb in ControlVerbs.All.Where(verb => verb.Kind != ControlVerbKind.Push))
        {
            bool looks = verb.Kind == ControlVerbKind.Look;
            routes.MapMethods(Prefix + verb.Name, [looks ? HttpMethods.Get : HttpMethods.Post], Describable.Handler(context =>
                    ServeAsync(context, verb, session, door)))
                .WithName(verb.Name).WithSummary(verb.Summary).WithTags(verb.Kind.ToString()).WithMetadata(verb);
        }
    }

    private static async Task ServeAsync(HttpContext context, ControlVerb verb, ControlSession session, SimulationDoor door)
    {
        try
        {
            using JsonDocument parameters = verb.Kind == ControlVerbKind.Look
                ? ReadQuery(context.Request.Query)
                : await JsonBody.ReadAsync(context.Request);
            string result = await door.AskAsync(() => session.Execute(verb, parameters.RootElement));
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(result, context.RequestAborted);
        }
        catch (ControlException problem)
        {
            await Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, problem.Message);
        }
    }

    /// <summary>A query's values are JSON where they can be, and text where not: <c>last=100</c>, <c>profile=hci</c>.</summary>
    private static JsonDocument ReadQuery(IQueryCollection query)
    {
        var values = query.ToDictionary(entry => entry.Key, entry => ToJson(entry.Value.ToString()), StringComparer.Ordinal);
        return JsonSerializer.SerializeToDocument(values);
    }

    private static object ToJson(string text) =>
        text is "true" or "false" ? text == "true"
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
        : text;
}
