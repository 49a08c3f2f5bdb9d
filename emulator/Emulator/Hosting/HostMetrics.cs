using System.Diagnostics.Metrics;

namespace IqosDevice.Emulator.Hosting;

/// <summary>
/// What hosting measures of itself, for any listener of System.Diagnostics.Metrics (dotnet-counters, OpenTelemetry). The
/// names are a contract; docs/diagnosing.md lists them.
/// </summary>
public static class HostMetrics
{
    public const string MeterName = "IqosDevice.Emulator.Hosting";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>How late the event that was due longest ran, ms, by the wall clock.</summary>
    internal static readonly Histogram<double> LoopLateness =
        Meter.CreateHistogram<double>("iqos.loop.lateness", "ms", "How late the simulation's loop is against the wall clock.");

    /// <summary>Work that waited for the simulation when it was looked at.</summary>
    internal static readonly Histogram<int> InboxDepth =
        Meter.CreateHistogram<int>("iqos.inbox.depth", "{item}", "Posted work that waits when the simulation takes it.");
}
