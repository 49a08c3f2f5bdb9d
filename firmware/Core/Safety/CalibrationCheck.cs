using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 10: the heater's cold resistance must be one that a heater can have. The record it comes from has a CRC32 and
    /// the same limits; this looks at what is in memory now.
    /// </summary>
    public static class CalibrationCheck
    {
        public const int Row = 10;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            int microOhm = context.ColdMicroOhm;
            return microOhm < HeaterCalibration.LowestR0MicroOhm || microOhm > HeaterCalibration.HighestR0MicroOhm;
        }
    }
}
