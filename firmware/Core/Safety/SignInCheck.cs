namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 30: whoever takes part in a tick signs in with the time at which it did its work: sampling of both heater
    /// sensors, state machine, round of the slow checks. One that has not for 250 ms costs the heartbeat, and the
    /// dead-man opens the load switch.
    /// </summary>
    public static class SignInCheck
    {
        public const int Row = 30;

        private const int LatestMs = 250;

        /// <summary>A round of slow checks takes longer than that by itself.</summary>
        private const int LatestRoundMs = 1000;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            return IsLate(context.NowMs - context.Inputs.ThermocoupleSampleMs, LatestMs)
                || IsLate(context.NowMs - context.Demand.ConfirmedMs, LatestMs)
                || IsLate(context.NowMs - context.RoundMs, LatestRoundMs);
        }

        private static bool IsLate(long ageMs, int latestMs)
        {
            return ageMs < 0 || ageMs > latestMs;
        }
    }
}
