namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 28, the firmware's part: a tick that comes later than five periods, or before the last one, earns no
    /// heartbeat. The 200 ms themselves are counted by the hardware dead-man, with a clock of its own.
    /// </summary>
    public static class LoopPeriodCheck
    {
        public const int Row = 28;

        private const int LongestPeriodMs = 100;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            return context.ClockWentBack || context.ElapsedMs > LongestPeriodMs;
        }
    }
}
