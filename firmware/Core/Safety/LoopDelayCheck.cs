namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 29: a tick of heating that came late. Two periods are told, five trip.
    /// </summary>
    public static class LoopDelayCheck
    {
        public const int Row = 29;

        private const int LatestMs = 2 * SafetyContext.PeriodMs;
        private const int TripMs = 5 * SafetyContext.PeriodMs;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            return context.ElapsedMs > LatestMs;
        }

        /// <summary>The warning becomes a trip.</summary>
        public static bool Escalates(SafetyContext context)
        {
            return context.ElapsedMs > TripMs;
        }
    }
}
