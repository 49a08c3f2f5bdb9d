using System.Globalization;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>How a holder was at one moment, with the hash of its whole trace so far.</summary>
/// <param name="State">State of the firmware.</param>
/// <param name="HeaterCelsius">True temperature of the heater.</param>
/// <param name="Duty">Duty at the heater's transistor, 0..1.</param>
/// <param name="CellVolts">Voltage at the cell's terminals.</param>
/// <param name="Hash">Hash of the trace.</param>
internal sealed record RunState(string State, double HeaterCelsius, double Duty, double CellVolts, string Hash)
{
    public static RunState Of(VirtualHolder holder) => new(
        holder.Firmware.State.ToString(), holder.Plant.HeaterCelsius, holder.Plant.HeaterDuty, holder.Plant.CellVolts, holder.TraceHash);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{State}, heater {HeaterCelsius:R} °C, duty {Duty:R}, cell {CellVolts:R} V, trace {Hash}");
}
