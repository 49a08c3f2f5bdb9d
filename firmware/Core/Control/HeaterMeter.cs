using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Resistance and power of the heater from the averages of its monitor. Over one conversion they are duty·V and
    /// duty·I, so V/I is the resistance at any duty, and the power while the transistor conducts is V·I/duty².
    /// </summary>
    public sealed class HeaterMeter
    {
        /// <summary>Below this duty the current is too small for a resistance.</summary>
        public const int LowestDutyPermille = 50;

        private const float ShuntOhms = 0.010f;
        private const float LowestAmps = 0.02f;
        private const float HighestAmps = 10f;
        private const float LowestVolts = 0.005f;
        private const float HighestVolts = 10f;

        /// <summary>What stands in where no resistance was measured: as little is known of it as at half a volt.</summary>
        private const float NoInverseVolts = 2f;

        private long lastSampleMs = -1;
        private bool hasResistance;
        private float ohms;
        private float permillePerWatt;
        private float meanWatts;
        private float inverseVolts = NoInverseVolts;

        /// <summary>The last sample tells a resistance.</summary>
        public bool HasResistance => hasResistance;

        /// <summary>Resistance of the heater without the shunt, ohms; of use only with <see cref="HasResistance"/>.</summary>
        public float Ohms => ohms;

        /// <summary>Duty for a watt, permille, by the last sample that told it; 0 where nothing heats.</summary>
        public float PermillePerWatt => permillePerWatt;

        /// <summary>Mean power over the last tick, watts; where it could not be measured, the last one that was.</summary>
        public float MeanWatts => meanWatts;

        /// <summary>One over the mean voltage at the heater, 1/V: the smaller, the better the resistance is known.</summary>
        public float InverseVolts => inverseVolts;

        /// <summary>Takes the sample of this tick; <paramref name="appliedPermille"/> is the duty under which it was taken.</summary>
        public void Step(BoardInputs inputs, int appliedPermille)
        {
            if (appliedPermille == 0)
            {
                hasResistance = false;
                permillePerWatt = 0f;
                meanWatts = 0f;
                inverseVolts = NoInverseVolts;
                return;
            }

            if (inputs.HeaterSampleMs == lastSampleMs)
            {
                return;
            }

            lastSampleMs = inputs.HeaterSampleMs;
            float duty = appliedPermille * 0.001f;
            float amps = inputs.HeaterAmps;
            float volts = inputs.HeaterVolts - (amps * ShuntOhms);
            hasResistance = appliedPermille >= LowestDutyPermille && !float.IsNaN(volts)
                && amps >= LowestAmps && amps <= HighestAmps && volts >= LowestVolts && volts <= HighestVolts;
            inverseVolts = NoInverseVolts;
            if (hasResistance)
            {
                // One division for all; the bounds keep its divisor above 5e-6.
                float watts = volts * amps;
                float perWatt = 1f / (watts * duty);
                ohms = volts * volts * duty * perWatt;
                meanWatts = watts * watts * perWatt;
                inverseVolts = amps * duty * perWatt;
                permillePerWatt = 1000f * duty * duty * duty * perWatt;
            }
        }
    }
}
