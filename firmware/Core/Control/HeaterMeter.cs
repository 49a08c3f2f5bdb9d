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

        private long lastSampleMs = -1;
        private bool hasResistance;
        private float ohms;
        private float permillePerWatt;
        private float meanWatts;

        /// <summary>The last sample tells a resistance.</summary>
        public bool HasResistance => hasResistance;

        /// <summary>Resistance of the heater without the shunt, ohms; of use only with <see cref="HasResistance"/>.</summary>
        public float Ohms => ohms;

        /// <summary>Duty for a watt, permille, by the last sample that told it; 0 where nothing heats.</summary>
        public float PermillePerWatt => permillePerWatt;

        /// <summary>Mean power over the last tick, watts; where it could not be measured, the last one that was.</summary>
        public float MeanWatts => meanWatts;

        /// <summary>Takes the sample of this tick; <paramref name="appliedPermille"/> is the duty under which it was taken.</summary>
        public void Step(BoardInputs inputs, int appliedPermille)
        {
            if (appliedPermille == 0)
            {
                hasResistance = false;
                permillePerWatt = 0f;
                meanWatts = 0f;
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
            if (hasResistance)
            {
                // One division for the three; the bounds keep its divisor above 5e-6.
                float watts = volts * amps;
                float perWatt = 1f / (watts * duty);
                ohms = volts * volts * duty * perWatt;
                meanWatts = watts * watts * perWatt;
                permillePerWatt = 1000f * duty * duty * duty * perWatt;
            }
        }
    }
}
