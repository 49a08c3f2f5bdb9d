namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Thermocouple amplifier AD8495 with its REF pin at 250 mV: 5 mV for each degree, 250 mV at 0 degrees Celsius.</summary>
    public static class Ad8495Thermocouple
    {
        private const int ZeroDeciMv = 2500;
        private const float DeciMvPerDegree = 50f;

        /// <summary>Temperature from the output voltage; it follows the line beyond the amplifier's range.</summary>
        public static float ToCelsius(int outputDeciMv)
        {
            return (outputDeciMv - ZeroDeciMv) / DeciMvPerDegree;
        }
    }
}
