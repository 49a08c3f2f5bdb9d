using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Holder;
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
    public static FeedLook At(DashboardSubject subject, FeedPosition from) => new(
        subject.Holder.Snapshot(),
        subject.Time.Speed,
        subject.Time.Paused,
        subject.Holder.Trace.Latest.Since(from.Sample),
        subject.Holder.LogLines.Since(from.LogLine),
        subject.Traffic.Events.Since(from.Traffic),
        End(subject));

    /// <summary>Looks back as far as a page that has just been opened wants to see; for the simulation's thread.</summary>
    public static FeedLook Back(DashboardSubject subject)
    {
        const int samples = 6000;
        const int lines = 300;
        FeedPosition end = End(subject);
        return At(subject, new FeedPosition(end.Sample - samples, end.LogLine - lines, end.Traffic - lines));
    }

    private static FeedPosition End(DashboardSubject subject) =>
        new(subject.Holder.Trace.Latest.NextNumber, subject.Holder.LogLines.NextNumber, subject.Traffic.Events.NextNumber);
}
