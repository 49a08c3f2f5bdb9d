namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Platinum by IEC 60751: R(T)/R0 = 1 + A·T + B·T², the branch above 0 °C, used below it as well. Its inverse is a
    /// polynomial: a root would need a function that the device has not, and Newton's steps divide.
    /// </summary>
    public static class PlatinumCurve
    {
        /// <summary>Lowest temperature that is told; a smaller ratio is told as this.</summary>
        public const float LowestCelsius = -60f;

        /// <summary>Highest temperature that is told; a larger ratio is told as this.</summary>
        public const float HighestCelsius = 700f;

        private const float A = 3.9083e-3f;
        private const float B = -5.775e-7f;

        // The curve at the two ends.
        private const float LowestRatio = 1f + (LowestCelsius * (A + (LowestCelsius * B)));
        private const float HighestRatio = 1f + (HighestCelsius * (A + (HighestCelsius * B)));

        // Least squares of degree 4 over the whole range, around the ratio 2: within 0.006 °C.
        private const float Middle = 2f;
        private const float C0 = 266.35048f;
        private const float C1 = 277.7106f;
        private const float C2 = 12.354433f;
        private const float C3 = 1.1366187f;
        private const float C4 = 0.1378378f;

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

            if (ratio <= LowestRatio)
            {
                return LowestCelsius;
            }

            if (ratio >= HighestRatio)
            {
                return HighestCelsius;
            }

            float x = ratio - Middle;
            return C0 + (x * (C1 + (x * (C2 + (x * (C3 + (x * C4)))))));
        }
    }
}
