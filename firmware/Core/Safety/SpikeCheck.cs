using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 4: a thermocouple sample that has moved further than any heater can since the one before. The lightest heater
    /// gains 230 °C/s at full power; twice that is no temperature. A single spike is told,
    /// five within a second trip.
    /// </summary>
    public sealed class SpikeCheck
    {
        public const int Row = 4;

        private const float LargestStepCelsius = 10f;

        /// <summary>A spike weighs this much, and a good sample takes 1 away: five within about a second add up.</summary>
        private const int SpikeWeight = 14;
        private const int FiveSpikes = 60;

        private float lastCelsius = float.NaN;
        private int weight;

        /// <summary>There were five within a second: the sensor is not to be believed, and the warning becomes a trip.</summary>
        public bool Escalates => weight >= FiveSpikes;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.NewCoupleSample)
            {
                return false;
            }

            float step = context.Inputs.ThermocoupleCelsius - lastCelsius;
            lastCelsius = context.Inputs.ThermocoupleCelsius;
            bool late = context.ElapsedMs > 2 * SafetyContext.PeriodMs;
            if (late || float.IsNaN(step) || Finite.IsWithin(step, -LargestStepCelsius, LargestStepCelsius))
            {
                weight = weight > 0 ? weight - 1 : 0;
                return false;
            }

            weight += SpikeWeight;
            return true;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            weight = 0;
            lastCelsius = float.NaN;
        }
    }
}
