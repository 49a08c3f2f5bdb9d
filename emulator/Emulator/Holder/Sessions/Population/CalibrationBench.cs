using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// The end of the production line: a unit in its charger, at room temperature, makes the calibration run that its
/// firmware has. What comes out is that firmware's own finding about this very plant, noise and all.
/// </summary>
internal static class CalibrationBench
{
    private const double RoomCelsius = 25;
    private const double BenchStateOfCharge = 0.8;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(60);

    /// <summary>Makes the run; fields are 0 where the firmware rejected what it found.</summary>
    /// <param name="draw">The unit, with its R0 in flash.</param>
    public static UnitCalibration Run(SessionDraw draw)
    {
        HolderOptions options = draw.Holder with
        {
            AmbientCelsius = RoomCelsius,
            Plant = draw.Plant with { InitialStateOfCharge = BenchStateOfCharge },
        };
        using VirtualHolder holder = VirtualHolder.Start(options);
        holder.Advance(Settling);
        holder.Calibrate();
        if (holder.RunUntil(static h => h.Firmware.IsCalibrating, StartLimit))
        {
            holder.RunUntil(static h => !h.Firmware.IsCalibrating, RunLimit);
        }

        return new UnitCalibration
        {
            HeatCapacityMicroJoule = holder.Firmware.HeatCapacityMicroJoule,
            LossMicroWatt = holder.Firmware.LossMicroWatt,
        };
    }
}
