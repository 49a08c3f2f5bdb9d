using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Cli.Dashboard.Events;

/// <summary>One look at the holder: its state, and what has come since the last look. Nothing of it changes any more.</summary>
internal sealed record FeedLook(
    HolderSnapshot State,
    double Speed,
    bool Paused,
    IReadOnlyList<TraceSample> Samples,
    IReadOnlyList<LogLine> LogLines,
    IReadOnlyList<AirEvent> Traffic,
    FeedPosition Next)
{
    /// <summary>Looks; for the simulation's thread.</summary>
    public static FeedLook At(VirtualHolder holder, ITimeControl time, TrafficLog traffic, FeedPosition from) => new(
        holder.Snapshot(),
        time.Speed,
        time.Paused,
        holder.Trace.Latest.Since(from.Sample),
        holder.LogLines.Since(from.LogLine),
        traffic.Events.Since(from.Traffic),
        End(holder, traffic));

    /// <summary>Looks back as far as a page that has just been opened wants to see; for the simulation's thread.</summary>
    public static FeedLook Back(VirtualHolder holder, ITimeControl time, TrafficLog traffic)
    {
        const int samples = 6000;
        const int lines = 300;
        FeedPosition end = End(holder, traffic);
        return At(holder, time, traffic, new FeedPosition(end.Sample - samples, end.LogLine - lines, end.Traffic - lines));
    }

    private static FeedPosition End(VirtualHolder holder, TrafficLog traffic) =>
        new(holder.Trace.Latest.NextNumber, holder.LogLines.NextNumber, traffic.Events.NextNumber);
}
