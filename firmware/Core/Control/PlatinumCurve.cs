namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Temperature of a platinum resistor from its resistance ratio R(T)/R0 = 1 + A·T + B·T² (IEC 60751; below 0 °C
    /// the missing cubic term is worth less than 0.1 °C down to -50 °C).
    /// </summary>
    public static class PlatinumCurve
    {
        /// <summary>Lowest and highest temperature that is told; a ratio beyond them is told as the end.</summary>
        public const float LowestCelsius = -60f;

        /// <summary>See <see cref="LowestCelsius"/>.</summary>
        public const float HighestCelsius = 700f;

        private const float A = 3.9083e-3f;
        private const float B = -5.775e-7f;

        /// <summary>Three steps of Newton's method leave less than 0.01 °C over the whole range.</summary>
        private const int NewtonSteps = 3;

        /// <summary>Resistance ratio at a temperature.</summary>
        public static float RatioAt(float celsius)
        {
            return 1f + (celsius * (A + (celsius * B)));
        }

        /// <summary>Temperature at a resistance ratio, degrees Celsius; NaN for a ratio that is no number.</summary>
        public static float CelsiusAt(float ratio)
        {
            if (float.IsNaN(ratio))
            {
                return float.NaN;
            }

            if (ratio <= RatioAt(LowestCelsius))
            {
                return LowestCelsius;
            }

            if (ratio >= RatioAt(HighestCelsius))
            {
                return HighestCelsius;
            }

            // The slope A + 2·B·T stays above 2e-3 in the range: no division by zero, and the steps converge.
            float celsius = (ratio - 1f) / A;
            for (int i = 0; i < NewtonSteps; i++)
            {
                float clamped = celsius > HighestCelsius ? HighestCelsius : celsius;
                celsius = clamped - ((RatioAt(clamped) - ratio) / (A + (2f * B * clamped)));
            }

            return celsius;
        }
    }
}
