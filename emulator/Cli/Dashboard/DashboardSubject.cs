using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Recording.Runs;

namespace IqosDevice.Cli.Dashboard;

/// <summary>What a dashboard shows; used inside the simulation only.</summary>
/// <param name="Holder">The holder.</param>
/// <param name="Time">Who paces it.</param>
/// <param name="Traffic">What was on the link.</param>
/// <param name="Recording">The run so far; null where it has no beginning, or is not kept.</param>
internal sealed record DashboardSubject(VirtualHolder Holder, ITimeControl Time, TrafficLog Traffic, RecordingMemory? Recording);
