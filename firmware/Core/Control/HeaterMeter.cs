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
        private const float HighestVolts = 10f;
        private const float HighestAmps = 10f;

        private long lastSampleMs = -1;

        /// <summary>The last sample tells a resistance.</summary>
        public bool HasResistance { get; private set; }

        /// <summary>Resistance of the heater without the shunt, ohms; of use only with <see cref="HasResistance"/>.</summary>
        public float Ohms { get; private set; }

        /// <summary>Power while the transistor conducts, watts; the last known one, 0 before the first.</summary>
        public float OnWatts { get; private set; }

        /// <summary>Mean power over the last tick, watts.</summary>
        public float MeanWatts { get; private set; }

        /// <summary>Takes the sample of this tick; <paramref name="appliedPermille"/> is the duty under which it was taken.</summary>
        public void Step(BoardInputs inputs, int appliedPermille)
        {
            float duty = appliedPermille / 1000f;
            if (inputs.HeaterSampleMs == lastSampleMs)
            {
                MeanWatts = OnWatts * duty;
                return;
            }

            lastSampleMs = inputs.HeaterSampleMs;
            float volts = inputs.HeaterVolts;
            float amps = inputs.HeaterAmps;
            HasResistance = appliedPermille >= LowestDutyPermille
                && Finite.IsWithin(volts, 0f, HighestVolts)
                && Finite.IsWithin(amps, LowestAmps, HighestAmps)
                && volts > amps * ShuntOhms;
            if (HasResistance)
            {
                float heaterVolts = volts - (amps * ShuntOhms);
                Ohms = heaterVolts / amps;
                OnWatts = heaterVolts * amps / (duty * duty);
            }

            MeanWatts = OnWatts * duty;
        }
    }
}
