using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 34: a session that a stick alone began, as in a bag, and in which nobody puffs or presses the button within 30 s
    /// of Ready. There is no more heat until the demand ends; the state machine ends it with the next tick.
    /// </summary>
    public static class UnconfirmedStartCheck
    {
        public const int Row = 34;

        private const int UnusedLimitMs = 30000;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            if (!context.Heating || context.PuffCount > 0)
            {
                context.UnusedMs = SafetyContext.Confirmed;
            }
            else if (context.UnusedMs >= 0 && context.Demand.Phase == HeatPhase.Hold)
            {
                context.UnusedMs += context.TurnMs;
            }

            return context.UnusedMs >= UnusedLimitMs;
        }
    }
}
