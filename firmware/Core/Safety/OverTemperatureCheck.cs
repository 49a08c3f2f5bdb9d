using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 11: either sensor at or above 380 °C in two samples, heat demanded or not. Below it are the 350 °C of a
    /// good session, above it the comparator's 400 °C. A sensor that tells no number is for other rows.
    /// </summary>
    public sealed class OverTemperatureCheck
    {
        public const int Row = 11;

        private const float LimitCelsius = 380f;

        /// <summary>Above this the amplifier is at its rail, and the sensor is broken (rows 1 and 3).</summary>
        private const float HighestCelsius = 445f;

        /// <summary>The heater's resistance at 380 °C over the one at 0 °C, so that no temperature need be worked out.</summary>
        private const float LimitRatio = 2.40176f;

        private const int NeededSamples = 2;

        private int coupleCount;
        private int resistanceCount;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.NewCoupleSample)
            {
                bool hot = Finite.IsWithin(context.Inputs.ThermocoupleCelsius, LimitCelsius, HighestCelsius);
                coupleCount = hot ? coupleCount + 1 : 0;
            }

            if (context.NewHeaterSample)
            {
                resistanceCount = context.HasResistance && context.Ratio >= LimitRatio ? resistanceCount + 1 : 0;
            }

            return coupleCount >= NeededSamples || resistanceCount >= NeededSamples;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            coupleCount = 0;
            resistanceCount = 0;
        }
    }
}
