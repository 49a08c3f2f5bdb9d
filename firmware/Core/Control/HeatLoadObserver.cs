namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Estimates the heat that leaves the heater (stick, air, puffs) from power in and temperature. One node:
    /// C·dT/dt = P - L, the load L taken as constant between samples.
    /// </summary>
    /// <remarks>
    /// The load is what the controller has to replace, so feeding it forward leaves no offset and nothing winds up:
    /// the observer sees the power that flowed, not the one that was wished for.
    /// </remarks>
    public sealed class HeatLoadObserver
    {
        // At the nominal heat capacity and 50 Hz two equal poles, 42 1/s: a puff is known after two or three samples,
        // and the monitor's 0.4 °C of quantization moves the power by a quarter of a watt. The load's gain is one of
        // power, not of rate: a light heater, which a puff cools the fastest, is so observed the fastest.
        private const float TemperatureShare = 0.70f;
        private const float LoadWattsPerKelvin = 0.78f;

        private const float LargestInnovationCelsius = 40f;
        private const float LargestLoadWatts = 20f;

        private float kelvinPerJoule = 1f / HeaterCalibration.NominalHeatCapacity;
        private float celsius;
        private float loadWatts;

        /// <summary>Estimated heater temperature, degrees Celsius: the measurement without its noise.</summary>
        public float Celsius => celsius;

        /// <summary>Estimated heat that leaves the heater, watts.</summary>
        public float LoadWatts => loadWatts;

        /// <summary>Heat begins: forgets the past, and starts at a temperature.</summary>
        /// <param name="joulesPerKelvin">Heat capacity of this unit's heater, above 0.</param>
        /// <param name="startCelsius">Temperature now.</param>
        public void Restart(float joulesPerKelvin, float startCelsius)
        {
            kelvinPerJoule = 1f / joulesPerKelvin;
            celsius = startCelsius;
            loadWatts = 0f;
        }

        /// <summary>Takes a sample.</summary>
        /// <param name="seconds">Time since the sample before, 0..0.2.</param>
        /// <param name="measuredCelsius">Measured temperature, finite.</param>
        /// <param name="watts">Mean power into the heater since the sample before, finite.</param>
        public void Step(float seconds, float measuredCelsius, float watts)
        {
            float predicted = celsius + (seconds * (watts - loadWatts) * kelvinPerJoule);
            float innovation = measuredCelsius - predicted;
            if (innovation > LargestInnovationCelsius || innovation < -LargestInnovationCelsius)
            {
                // Another sensor took over, or a long gap: start again at the measurement, keep the load.
                celsius = measuredCelsius;
                return;
            }

            celsius = predicted + (TemperatureShare * innovation);
            float load = loadWatts - (LoadWattsPerKelvin * innovation);
            loadWatts = load > LargestLoadWatts ? LargestLoadWatts : load < -LargestLoadWatts ? -LargestLoadWatts : load;
        }
    }
}
