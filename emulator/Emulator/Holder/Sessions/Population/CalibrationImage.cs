using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>The flash of a unit at the end of its production line: its R0 and what its calibration run found, nothing else.</summary>
internal static class CalibrationImage
{
    /// <summary>Content of the flash, by path.</summary>
    /// <param name="r0MicroOhm">The heater's resistance at 0 °C.</param>
    /// <param name="unit">What a calibration run found; null where none was made yet.</param>
    public static IReadOnlyDictionary<string, byte[]> Flash(int r0MicroOhm, UnitCalibration? unit = null)
    {
        var settings = new Settings { HeaterR0MicroOhm = r0MicroOhm };
        settings.Unit.HeatCapacityMicroJoule = unit?.HeatCapacityMicroJoule ?? 0;
        settings.Unit.LossMicroWatt = unit?.LossMicroWatt ?? 0;
        return SettingsImage.Flash(settings);
    }
}
