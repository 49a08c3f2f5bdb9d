using System.Globalization;
using System.Text;
using IqosDevice.Cli.Dashboard.Api;
using IqosDevice.Cli.Dashboard.Events;
using IqosDevice.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Cli.Dashboard.Metrics;

/// <summary>
/// <c>GET /metrics</c> in Prometheus' text format 0.0.4. A dozen figures that are at hand when they are asked for need no
/// library that counts behind their backs.
/// </summary>
internal static class MetricsPage
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes, Func<HolderMetrics> take, HolderFeed feed, SimulationDoor door) =>
        routes.MapGet("/metrics", Describable.Handler(context => ServeAsync(context, take, feed, door)))
            .WithName("metrics").WithTags("Look").WithSummary("Figures of the run, in Prometheus' text format.");

    private static async Task ServeAsync(HttpContext context, Func<HolderMetrics> take, HolderFeed feed, SimulationDoor door)
    {
        HolderMetrics metrics = await door.AskAsync(take);
        context.Response.ContentType = ContentType;
        await context.Response.WriteAsync(Write(metrics, feed, door), context.RequestAborted);
    }

    private static string Write(HolderMetrics metrics, HolderFeed feed, SimulationDoor door)
    {
        var text = new StringBuilder();
        Add(text, "virtual_seconds_total", "counter", "Virtual time since the start.", metrics.VirtualSeconds);
        Add(text, "speed_ratio", "gauge", "Virtual against real time as asked for; 0 while time stands still.", metrics.Speed);
        Add(text, "queue_events", "gauge", "Events that wait in the simulation's queue.", metrics.QueuedEvents);
        Add(text, "loop_longest_wait_seconds", "gauge", "Longest that a request has waited for its turn in the simulation.",
            door.LongestWait.TotalSeconds);
        Add(text, "client_connected", "gauge", "1 while a client is connected to the holder.", metrics.Connected ? 1 : 0);
        Add(text, "air_events_total", "counter", "PDUs and changes of the link.", metrics.AirEvents);
        Add(text, "log_lines_total", "counter", "Lines of firmware and board.", metrics.LogLines);
        Add(text, "fault_row", "gauge", "Row of the safety checklist that has tripped; 0 for none.", metrics.FaultRow);
        Add(text, "event_readers", "gauge", "Readers of the event stream.", feed.Readers.Count);
        Add(text, "event_messages_lost_total", "counter", "Messages that present readers were too slow for.",
            feed.Readers.Sum(reader => reader.LostCount));
        Head(text, "state_info", "gauge", "The state of the firmware, as a label.");
        text.Append(CultureInfo.InvariantCulture, $"iqos_state_info{{state=\"{metrics.State}\"}} 1\n");
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string type, string help, double value)
    {
        Head(text, name, type, help);
        string number = double.IsPositiveInfinity(value) ? "+Inf" : value.ToString(CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"iqos_{name} {number}\n");
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP iqos_{name} {help}\n# TYPE iqos_{name} {type}\n");
}
