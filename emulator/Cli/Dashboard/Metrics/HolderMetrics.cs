using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;

namespace IqosDevice.Cli.Dashboard.Metrics;

/// <summary>Figures of a run that only the simulation knows, taken at one moment.</summary>
/// <param name="VirtualSeconds">Virtual time.</param>
/// <param name="Speed">Multiple of real time that was asked for; 0 while time stands still.</param>
/// <param name="QueuedEvents">Events that wait in the queue.</param>
/// <param name="Connected">A client is connected.</param>
/// <param name="FaultRow">Row of the safety checklist that has tripped; 0 for none.</param>
/// <param name="AirEvents">PDUs and changes of the link so far.</param>
/// <param name="LogLines">Lines of firmware and board so far.</param>
/// <param name="State">State of the firmware.</param>
internal sealed record HolderMetrics(
    double VirtualSeconds, double Speed, int QueuedEvents, bool Connected, int FaultRow, long AirEvents, long LogLines, string State)
{
    /// <summary>Takes them; for the simulation's thread.</summary>
    public static HolderMetrics Take(VirtualHolder holder, ITimeControl time, TrafficLog traffic) => new(
        holder.Queue.NowUs * 1e-6,
        time.Paused ? 0 : time.Speed,
        holder.Queue.Count,
        holder.Peripheral.IsConnected,
        holder.Firmware.FaultRow,
        traffic.Events.NextNumber,
        holder.LogLines.NextNumber,
        holder.Firmware.State.ToString());
}
