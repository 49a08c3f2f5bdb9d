using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>What is known of this unit's heater, and within what bounds it is believed.</summary>
    public static class HeaterCalibration
    {
        /// <summary>Resistance of the nominal heater at 0 °C, micro-ohm.</summary>
        public const int NominalR0MicroOhm = 800000;

        /// <summary>Units spread ±30 % around the nominal value; beyond that a calibration is wrong.</summary>
        public const int LowestR0MicroOhm = 560000;

        /// <summary>See <see cref="LowestR0MicroOhm"/>.</summary>
        public const int HighestR0MicroOhm = 1040000;

        /// <summary>Heat capacity of the nominal heater, J/K.</summary>
        public const float NominalHeatCapacity = 0.075f;

        /// <summary>Lowest heat capacity that is believed, J/K: ±30 % of the units, and 5 % for the run's own error.</summary>
        public const float LowestHeatCapacity = 0.0495f;

        /// <summary>See <see cref="LowestHeatCapacity"/>.</summary>
        public const float HighestHeatCapacity = 0.1025f;

        /// <summary>Lowest loss of a heater without a stick that is believed, W/K: nominal 0.0045, half and twice that.</summary>
        public const float LowestLoss = 0.0022f;

        /// <summary>See <see cref="LowestLoss"/>.</summary>
        public const float HighestLoss = 0.009f;

        /// <summary>Resistance of this unit's heater at 0 °C, ohms; the nominal one where the calibration cannot be right.</summary>
        public static float ColdOhms(Settings settings)
        {
            int microOhm = settings.HeaterR0MicroOhm;
            bool plausible = microOhm >= LowestR0MicroOhm && microOhm <= HighestR0MicroOhm;
            return (plausible ? microOhm : NominalR0MicroOhm) / 1000000f;
        }

        /// <summary>Heat capacity of this unit's heater, J/K; the nominal one where none was found that can be right.</summary>
        public static float HeatCapacity(UnitCalibration calibration)
        {
            float joules = calibration.HeatCapacityMicroJoule / 1000000f;
            return Finite.IsWithin(joules, LowestHeatCapacity, HighestHeatCapacity) ? joules : NominalHeatCapacity;
        }

        /// <summary>Takes what a run has found.</summary>
        /// <returns>False where it cannot be right; what was known before stays.</returns>
        public static bool Take(UnitCalibration calibration, float heatCapacity, float loss)
        {
            if (!Finite.IsWithin(heatCapacity, LowestHeatCapacity, HighestHeatCapacity)
                || !Finite.IsWithin(loss, LowestLoss, HighestLoss))
            {
                return false;
            }

            calibration.HeatCapacityMicroJoule = (int)(heatCapacity * 1000000f);
            calibration.LossMicroWatt = (int)(loss * 1000000f);
            calibration.Dirty = true;
            return true;
        }
    }
}
