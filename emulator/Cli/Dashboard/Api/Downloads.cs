using System.Globalization;
using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Cli.Sessions;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Tracing;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Recording;
using IqosDevice.Emulator.Recording.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IqosDevice.Cli.Dashboard.Api;

/// <summary>Files to take along: the curves as CSV, the traffic as a capture that Wireshark opens, the run as a recording.</summary>
internal static class Downloads
{
    public static void Map(IEndpointRouteBuilder routes, DashboardSubject subject, SimulationDoor door)
    {
        routes.MapGet("/api/trace.csv", Describable.Handler(context => ServeTraceAsync(context, subject.Holder, door)))
            .WithName("traceCsv").WithTags("Look").WithSummary("The curves of the last hour as CSV.");
        routes.MapGet("/api/capture.btsnoop", Describable.Handler(context => ServeCaptureAsync(context, subject.Traffic, door)))
            .WithName("capture").WithTags("Look").WithSummary("The latest traffic as a btsnoop file, which tshark and Wireshark open.");
        routes.MapGet("/api/recording.jsonl", Describable.Handler(context => ServeRecordingAsync(context, subject.Recording, door)))
            .WithName("recording").WithTags("Look").WithSummary("The run from its start until now, for \"iqos-emulator replay\".");
    }

    private static async Task ServeTraceAsync(HttpContext context, VirtualHolder holder, SimulationDoor door)
    {
        TraceSample[] samples = await door.AskAsync(() => holder.Trace.Latest.Since(0));
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        SessionCsv.WriteHeader(text);
        foreach (TraceSample sample in samples)
        {
            SessionCsv.WriteRow(sample, text);
        }

        Announce(context, "text/csv; charset=utf-8", "trace.csv");
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }

    private static async Task ServeCaptureAsync(HttpContext context, TrafficLog traffic, SimulationDoor door)
    {
        AirEvent[] events = await door.AskAsync(() => traffic.Events.Since(0));
        using var file = new MemoryStream();
        long atUs = 0;
        using (var capture = new AttCapture(() => atUs, file))
        {
            foreach (AirEvent happened in events)
            {
                atUs = happened.AtUs;
                happened.Replay(capture);
            }
        }

        Announce(context, "application/octet-stream", "capture.btsnoop");
        await context.Response.Body.WriteAsync(file.ToArray(), context.RequestAborted);
    }

    private static async Task ServeRecordingAsync(HttpContext context, RecordingMemory? recording, SimulationDoor door)
    {
        if (recording is null)
        {
            await Refusal.WriteAsync(context, StatusCodes.Status404NotFound,
                "This run goes on from a recording; what it did before is in that file, and it has no beginning of its own.");
            return;
        }

        byte[] file = await door.AskAsync(recording.Copy);
        Announce(context, "application/jsonl; charset=utf-8", "recording.jsonl");
        await context.Response.Body.WriteAsync(file, context.RequestAborted);
    }

    private static void Announce(HttpContext context, string contentType, string fileName)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
    }
}
