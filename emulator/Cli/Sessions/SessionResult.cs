using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Cli.Sessions;

/// <summary>A session that was run: the report, the curves, and how long the machine took.</summary>
/// <param name="Report">What came of it.</param>
/// <param name="Samples">Its curves, ten samples a second.</param>
/// <param name="WallTime">What the first run took, which compiled on the way what it needed.</param>
internal sealed record SessionResult(SessionReport Report, IReadOnlyList<TraceSample> Samples, TimeSpan WallTime)
{
    /// <summary>Times that it was run.</summary>
    public int Runs { get; private init; } = 1;

    /// <summary>What the fastest run took.</summary>
    public TimeSpan FastestWallTime { get; private init; } = WallTime;

    /// <summary>Multiple of real time of the first run.</summary>
    public double Speed => Report.VirtualSeconds / WallTime.TotalSeconds;

    /// <summary>Multiple of real time of the fastest run.</summary>
    public double FastestSpeed => Report.VirtualSeconds / FastestWallTime.TotalSeconds;

    /// <summary>With another run of the same.</summary>
    /// <exception cref="InvalidOperationException">It came out otherwise: something in the simulation is not determined.</exception>
    public SessionResult Again(SessionResult other) => other.Report.TraceHash == Report.TraceHash
        ? this with { Runs = Runs + 1, FastestWallTime = other.WallTime < FastestWallTime ? other.WallTime : FastestWallTime }
        : throw new InvalidOperationException($"The same session gave trace {Report.TraceHash}, and then {other.Report.TraceHash}.");
}
