namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Conversions from the heater's floating point to the integers of status and event log.</summary>
    public static class CelsiusRounding
    {
        /// <summary>Tenths of a degree within -100 to 600 degrees Celsius; 0 where the value is not a number.</summary>
        public static int DeciCelsius(float celsius)
        {
            return (int)(Bounded(celsius) * 10f);
        }

        /// <summary>Whole degrees within -100 to 600 degrees Celsius; 0 where the value is not a number.</summary>
        public static int WholeCelsius(float celsius)
        {
            return (int)Bounded(celsius);
        }

        // Casts do not saturate on the device, and comparisons with NaN are true there.
        private static float Bounded(float celsius)
        {
            if (float.IsNaN(celsius))
            {
                return 0f;
            }

            if (celsius < -100f)
            {
                return -100f;
            }

            return celsius > 600f ? 600f : celsius;
        }
    }
}
