using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>The flash of a unit that was calibrated at the end of its production line: its R0, and nothing else.</summary>
internal static class CalibrationImage
{
    /// <summary>Content of the flash, by path.</summary>
    public static IReadOnlyDictionary<string, byte[]> Flash(int r0MicroOhm) =>
        SettingsImage.Flash(new Settings { HeaterR0MicroOhm = r0MicroOhm });
}
