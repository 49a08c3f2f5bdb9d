namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Set points of a session over its time.</summary>
    public static class SetpointSchedule
    {
        /// <summary>From the start to Ready, degrees Celsius.</summary>
        public const float PreheatCelsius = 345f;

        /// <summary>In a pause, degrees Celsius.</summary>
        public const float PauseCelsius = 150f;

        private const float SessionCelsius = 335f;
        private const float EndCelsius = 345f;
        private const float EcoReductionCelsius = 10f;
        private const int RiseMs = 60000;

        /// <summary>Set point at a time since Ready (pauses not counted), degrees Celsius.</summary>
        public static float AtCelsius(long sinceReadyMs, bool eco)
        {
            float celsius = SessionCelsius;
            long risingMs = sinceReadyMs - (SessionRules.LengthMs - RiseMs);
            if (risingMs >= RiseMs)
            {
                celsius = EndCelsius;
            }
            else if (risingMs > 0)
            {
                celsius += (EndCelsius - SessionCelsius) * risingMs / RiseMs;
            }

            return eco ? celsius - EcoReductionCelsius : celsius;
        }
    }
}
