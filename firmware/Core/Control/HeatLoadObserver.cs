namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Estimates the heat that leaves the heater (stick, air, puffs) from power in and temperature. One node:
    /// C·dT/dt = P - L, the load L taken as constant between samples.
    /// </summary>
    /// <remarks>
    /// The load is what the controller has to replace, so feeding it forward leaves no offset and nothing winds up:
    /// the observer sees the power that flowed, not the one that was wished for. How fast it believes depends on how
    /// well the sample could be measured: the monitor's own error is one of voltage, so that 1 V at the heater tells the
    /// temperature to 0.3 °C and 0.25 V to more than 1 °C.
    /// </remarks>
    public sealed class HeatLoadObserver
    {
        // Both poles of the error, as what is left of it a sample later: near 0.4 where the heater takes much power and
        // shows its resistance well, so that a puff is known after two samples; near 0.8 where noise would be taken for load.
        private const float LeastPole = 0.3f;
        private const float PoleTimesVolts = 0.35f;
        private const float MostPole = 0.8f;

        /// <summary>Samples come at 50 Hz; one that comes late is believed as if it had come in time.</summary>
        private const float SamplesPerSecond = 50f;

        private const float LargestInnovationCelsius = 40f;
        private const float LargestLoadWatts = 20f;

        private float joulesPerKelvin = HeaterCalibration.NominalHeatCapacity;
        private float kelvinPerJoule = 1f / HeaterCalibration.NominalHeatCapacity;
        private float celsius;
        private float loadWatts;

        /// <summary>Estimated heater temperature, degrees Celsius: the measurement without its noise.</summary>
        public float Celsius => celsius;

        /// <summary>Estimated heat that leaves the heater, watts.</summary>
        public float LoadWatts => loadWatts;

        /// <summary>Heat begins: forgets the past, and starts at a temperature.</summary>
        /// <param name="heatCapacity">Heat capacity of this unit's heater, J/K, above 0.</param>
        /// <param name="startCelsius">Temperature now.</param>
        public void Restart(float heatCapacity, float startCelsius)
        {
            joulesPerKelvin = heatCapacity;
            kelvinPerJoule = 1f / heatCapacity;
            celsius = startCelsius;
            loadWatts = 0f;
        }

        /// <summary>Takes a sample.</summary>
        /// <param name="seconds">Time since the sample before, 0..0.2.</param>
        /// <param name="measuredCelsius">Measured temperature, finite.</param>
        /// <param name="watts">Mean power into the heater since the sample before, finite.</param>
        /// <param name="inverseVolts">One over the voltage that the temperature was measured with, 1/V, finite, not negative.</param>
        public void Step(float seconds, float measuredCelsius, float watts, float inverseVolts)
        {
            float predicted = celsius + (seconds * (watts - loadWatts) * kelvinPerJoule);
            float innovation = measuredCelsius - predicted;
            if (innovation > LargestInnovationCelsius || innovation < -LargestInnovationCelsius)
            {
                // Another sensor took over, or a long gap: start again at the measurement, keep the load.
                celsius = measuredCelsius;
                return;
            }

            float pole = LeastPole + (PoleTimesVolts * inverseVolts);
            pole = pole > MostPole ? MostPole : pole;
            float faded = 1f - pole;
            celsius = predicted + ((1f - (pole * pole)) * innovation);
            float load = loadWatts - (faded * faded * SamplesPerSecond * joulesPerKelvin * innovation);
            loadWatts = load > LargestLoadWatts ? LargestLoadWatts : load < -LargestLoadWatts ? -LargestLoadWatts : load;
        }
    }
}
