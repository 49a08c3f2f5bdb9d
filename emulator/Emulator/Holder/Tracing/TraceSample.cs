using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder.Tracing;

/// <summary>The holder at one moment, for curves: true values of the plant, and what the firmware makes of them.</summary>
/// <param name="Seconds">Virtual time since the start of the simulation.</param>
/// <param name="State">State of the firmware.</param>
/// <param name="HeaterCelsius">True heater temperature.</param>
/// <param name="StickCelsius">True temperature of the stick.</param>
/// <param name="SetpointCelsius">Set point, 0 with the heater off.</param>
/// <param name="Duty">Duty at the heater's transistor, 0..1.</param>
/// <param name="HeaterWatts">Mean power into the heater.</param>
/// <param name="CellVolts">Terminal voltage of the cell.</param>
/// <param name="ChargePercent">True charge of the cell.</param>
/// <param name="ShownSocPercent">Charge that the firmware shows.</param>
/// <param name="Puffing">A puff is going on.</param>
public readonly record struct TraceSample(
    double Seconds,
    HolderState State,
    double HeaterCelsius,
    double StickCelsius,
    double SetpointCelsius,
    double Duty,
    double HeaterWatts,
    double CellVolts,
    double ChargePercent,
    int ShownSocPercent,
    bool Puffing)
{
    /// <summary>Takes a sample now.</summary>
    public static TraceSample Of(VirtualHolder holder) => new(
        holder.Queue.NowUs * 1e-6,
        holder.Firmware.State,
        holder.Plant.HeaterCelsius,
        holder.Plant.StickCelsius,
        holder.Firmware.SetpointCelsius,
        holder.Plant.HeaterDuty,
        holder.Plant.HeaterWatts,
        holder.Plant.CellVolts,
        holder.Plant.CellStateOfCharge * 100,
        holder.Firmware.ShownSocPercent,
        holder.Plant.IsPuffing);
}
