namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Estimates the heat that leaves the heater (stick, air, puffs) from power in and temperature. One node:
    /// C·dT/dt = P - L, the load L taken as constant between samples. Two equal poles; see <see cref="PoleRate"/>.
    /// </summary>
    /// <remarks>
    /// The load is what the controller has to replace, so feeding it forward leaves no offset and nothing winds up:
    /// the observer sees the power that flowed, not the one that was wished for.
    /// </remarks>
    public sealed class HeatLoadObserver
    {
        /// <summary>Heat capacity of the heater, J/K (nominal).</summary>
        public const float HeatCapacity = 0.075f;

        /// <summary>
        /// Rate of the observer's poles, 1/s: fast enough for a puff, slow enough for the monitor's 0.4 °C of quantization.
        /// </summary>
        private const float PoleRate = 14f;

        private const float LongestStepSeconds = 0.2f;
        private const float LargestInnovationCelsius = 40f;
        private const float LargestLoadWatts = 20f;

        private long lastSampleMs = -1;

        /// <summary>Estimated heater temperature, degrees Celsius: the measurement without its noise.</summary>
        public float Celsius { get; private set; }

        /// <summary>Estimated heat that leaves the heater, watts.</summary>
        public float LoadWatts { get; private set; }

        /// <summary>Time between the last two samples, seconds; 0 where there was no new one in this tick.</summary>
        public float StepSeconds { get; private set; }

        /// <summary>Forgets the past; the next sample starts the estimate.</summary>
        public void Reset()
        {
            lastSampleMs = -1;
            LoadWatts = 0f;
            StepSeconds = 0f;
        }

        /// <summary>Takes a sample; one taken already changes nothing.</summary>
        /// <param name="sampleMs">When it was taken.</param>
        /// <param name="celsius">Measured temperature, finite.</param>
        /// <param name="watts">Mean power into the heater since the sample before, finite.</param>
        public void Step(long sampleMs, float celsius, float watts)
        {
            long elapsedMs = sampleMs - lastSampleMs;
            bool first = lastSampleMs < 0 || elapsedMs < 0;
            StepSeconds = 0f;
            if (!first && elapsedMs == 0)
            {
                return;
            }

            lastSampleMs = sampleMs;
            float seconds = elapsedMs > 1000 ? 1f : elapsedMs / 1000f;
            float innovation = celsius - Celsius;
            if (first || seconds > LongestStepSeconds
                || innovation > LargestInnovationCelsius || innovation < -LargestInnovationCelsius)
            {
                // A gap, or another sensor took over: start again at the measurement, keep the load.
                Celsius = celsius;
                return;
            }

            StepSeconds = seconds;
            float predicted = Celsius + (seconds * (watts - LoadWatts) / HeatCapacity);
            float error = celsius - predicted;
            float pole = 1f / (1f + (PoleRate * seconds));
            Celsius = predicted + ((1f - (pole * pole)) * error);
            LoadWatts -= (1f - pole) * (1f - pole) * HeatCapacity / seconds * error;
            LoadWatts = System.Math.Clamp(LoadWatts, -LargestLoadWatts, LargestLoadWatts);
        }
    }
}
