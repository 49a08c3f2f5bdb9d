using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>What is known of this unit's heater.</summary>
    public static class HeaterCalibration
    {
        /// <summary>Resistance of the nominal heater at 0 °C, micro-ohm.</summary>
        public const int NominalR0MicroOhm = 800000;

        /// <summary>Units spread ±30 % around the nominal value; beyond that a calibration is wrong.</summary>
        public const int LowestR0MicroOhm = 560000;

        /// <summary>See <see cref="LowestR0MicroOhm"/>.</summary>
        public const int HighestR0MicroOhm = 1040000;

        /// <summary>Resistance of this unit's heater at 0 °C, ohms; the nominal one where the calibration cannot be right.</summary>
        public static float ColdOhms(Settings settings)
        {
            int microOhm = settings.HeaterR0MicroOhm;
            bool plausible = microOhm >= LowestR0MicroOhm && microOhm <= HighestR0MicroOhm;
            return (plausible ? microOhm : NominalR0MicroOhm) / 1000000f;
        }
    }
}
