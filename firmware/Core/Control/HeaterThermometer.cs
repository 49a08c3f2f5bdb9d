using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Heater temperature for control: from the heater's own resistance while enough current flows, from the
    /// thermocouple otherwise. Where both are at hand and contradict each other for long, neither is trusted until
    /// the next start: without heat there is no resistance to compare with.
    /// </summary>
    public sealed class HeaterThermometer
    {
        /// <summary>A sample older than this is no ground for heat (checklist row 6).</summary>
        public const int FreshMs = 100;

        private const float LowestCelsius = -40f;
        private const float HighestCelsius = 450f;

        /// <summary>
        /// Largest difference between the sensors. The thermocouple lags 0.1 s and its sample a few ticks: at the
        /// fastest rise of 150 °C/s that is 25 °C, and its amplifier errs by a few degrees.
        /// </summary>
        private const float AgreementCelsius = 50f;

        private const int DisagreeingSamples = 10;

        private readonly HeaterMeter meter;
        private float siemensCold;
        private float celsius;
        private bool valid;
        private bool fromResistance;
        private long sampleMs = -1;
        private int disagreeing;

        public HeaterThermometer(HeaterMeter meter)
        {
            this.meter = meter;
        }

        /// <summary>Heater temperature, degrees Celsius; the last good one while not <see cref="Valid"/>.</summary>
        public float Celsius => celsius;

        /// <summary>The temperature is fit for control.</summary>
        public bool Valid => valid;

        /// <summary>Time of the sample behind the temperature, ms; -1 before the first.</summary>
        public long SampleMs => sampleMs;

        /// <summary>The temperature comes from the heater's resistance.</summary>
        public bool FromResistance => fromResistance;

        /// <summary>Heat begins: the sensors are compared afresh.</summary>
        /// <param name="coldOhms">Resistance of this unit's heater at 0 °C, ohms, above 0.</param>
        public void Restart(float coldOhms)
        {
            siemensCold = 1f / coldOhms;
            disagreeing = 0;
        }

        /// <summary>Looks at the samples of this tick; the meter has taken its own before.</summary>
        public void Step(long nowMs, BoardInputs inputs)
        {
            float couple = inputs.ThermocoupleCelsius;
            long takenMs = inputs.ThermocoupleSampleMs;
            float told = couple;
            fromResistance = meter.HasResistance;
            if (fromResistance)
            {
                told = PlatinumCurve.CelsiusAt(meter.Ohms * siemensCold);
                takenMs = inputs.HeaterSampleMs;
                if (takenMs != sampleMs && disagreeing < DisagreeingSamples)
                {
                    bool agree = Finite.IsWithin(told - couple, -AgreementCelsius, AgreementCelsius);
                    disagreeing = agree ? 0 : disagreeing + 1;
                }
            }

            valid = false;
            if (takenMs >= 0 && takenMs <= nowMs && nowMs - takenMs <= FreshMs
                && Finite.IsWithin(told, LowestCelsius, HighestCelsius))
            {
                valid = disagreeing < DisagreeingSamples;
                celsius = told;
                sampleMs = takenMs;
            }
        }
    }
}
