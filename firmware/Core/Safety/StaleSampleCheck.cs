namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 6: heating on samples that have stopped coming. The controller gives no heat on samples older than
    /// 100 ms of its own; this check does the same without it, and trips at 500 ms. The thermocouple, the second
    /// sensor, only trips.
    /// </summary>
    public sealed class StaleSampleCheck
    {
        public const int Row = 6;

        private const int NoHeatMs = 100;
        private const int TripMs = 500;

        /// <summary>Time of heating on a stale heater sample; a session that begins on one gets as long as one in which it stops.</summary>
        private int staleMs;
        private int coupleStaleMs;

        /// <summary>No heat in this tick, whether it fires or not yet.</summary>
        public bool NoHeat => staleMs > 0;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            // At least 1, so that a session that begins on a stale sample begins without heat.
            staleMs = IsOld(context, context.Inputs.HeaterSampleMs) ? staleMs + context.ElapsedMs + 1 : 0;
            coupleStaleMs = IsOld(context, context.Inputs.ThermocoupleSampleMs) ? coupleStaleMs + context.ElapsedMs : 0;
            return staleMs >= TripMs - NoHeatMs || coupleStaleMs >= TripMs - NoHeatMs;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            staleMs = 0;
            coupleStaleMs = 0;
        }

        /// <summary>A sample from the future is as good as none.</summary>
        private static bool IsOld(SafetyContext context, long sampleMs)
        {
            long ageMs = context.NowMs - sampleMs;
            return sampleMs < 0 || ageMs < 0 || ageMs > NoHeatMs;
        }
    }
}
