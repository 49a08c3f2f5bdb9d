using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

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
        private readonly Settings settings;
        private long resistanceSampleMs = -1;
        private int disagreeing;
        private bool contradicted;

        public HeaterThermometer(HeaterMeter meter, Settings settings)
        {
            this.meter = meter;
            this.settings = settings;
        }

        /// <summary>Heater temperature, degrees Celsius; the last good one while not <see cref="Valid"/>.</summary>
        public float Celsius { get; private set; }

        /// <summary>The temperature is fit for control.</summary>
        public bool Valid { get; private set; }

        /// <summary>Time of the sample behind the temperature, ms; -1 before the first.</summary>
        public long SampleMs { get; private set; } = -1;

        /// <summary>The temperature comes from the heater's resistance.</summary>
        public bool FromResistance { get; private set; }

        /// <summary>Resistance of the heater at the temperature last told, ohms.</summary>
        public float ExpectedOhms => HeaterCalibration.ColdOhms(settings) * PlatinumCurve.RatioAt(Celsius);

        /// <summary>A session begins: the sensors are compared afresh.</summary>
        public void Restart()
        {
            disagreeing = 0;
            contradicted = false;
        }

        /// <summary>Looks at the samples of this tick; the meter has taken its own before.</summary>
        public void Step(long nowMs, BoardInputs inputs)
        {
            float couple = inputs.ThermocoupleCelsius;
            bool coupleGood = IsFresh(nowMs, inputs.ThermocoupleSampleMs) && Finite.IsWithin(couple, LowestCelsius, HighestCelsius);
            FromResistance = meter.HasResistance;
            float celsius = couple;
            bool good = coupleGood;
            long sampleMs = inputs.ThermocoupleSampleMs;
            if (FromResistance)
            {
                celsius = PlatinumCurve.CelsiusAt(meter.Ohms / HeaterCalibration.ColdOhms(settings));
                sampleMs = inputs.HeaterSampleMs;
                good = IsFresh(nowMs, sampleMs) && Finite.IsWithin(celsius, LowestCelsius, HighestCelsius);
                if (coupleGood && good && !contradicted)
                {
                    Compare(sampleMs, celsius - couple);
                }
            }

            Valid = good && !contradicted;
            if (good)
            {
                Celsius = celsius;
                SampleMs = sampleMs;
            }
        }

        private static bool IsFresh(long nowMs, long sampleMs)
        {
            return sampleMs >= 0 && sampleMs <= nowMs && nowMs - sampleMs <= FreshMs;
        }

        private void Compare(long sampleMs, float difference)
        {
            if (sampleMs == resistanceSampleMs)
            {
                return;
            }

            resistanceSampleMs = sampleMs;
            bool agree = difference <= AgreementCelsius && difference >= -AgreementCelsius;
            disagreeing = agree ? 0 : disagreeing + 1;
            contradicted = disagreeing >= DisagreeingSamples;
        }
    }
}
