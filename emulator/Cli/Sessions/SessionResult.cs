using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Cli.Sessions;

/// <summary>A session that was run: the report, the curves, and how long the machine took.</summary>
internal sealed record SessionResult(SessionReport Report, IReadOnlyList<TraceSample> Samples, TimeSpan WallTime);
