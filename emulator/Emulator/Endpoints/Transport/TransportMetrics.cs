using System.Diagnostics.Metrics;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>What the transport measures of itself, for any listener of System.Diagnostics.Metrics; the names are a contract.</summary>
public static class TransportMetrics
{
    public const string MeterName = "IqosDevice.Emulator.Transport";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Open connections of all endpoints.</summary>
    internal static readonly UpDownCounter<int> Connections =
        Meter.CreateUpDownCounter<int>("iqos.connections", "{connection}", "Open connections of pipe and control channel.");
}
