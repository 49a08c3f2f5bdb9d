using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 27: the heater's own watch over the session's length, by the time it spends in each phase and the puffs.
    /// The limits lie just above what the session rules allow (60 s to Ready, 6 min and a last puff, 8 min of
    /// pause, 14 + 4 puffs): it trips only where the state machine failed to end. And each session begins with a
    /// preheat of 18 s: a demand to hold that comes earlier is none of a session.
    /// </summary>
    public sealed class SessionLimitCheck
    {
        public const int Row = 27;

        private const int PreheatLeastMs = 17000;
        private const int PreheatLimitMs = 65000;
        private const int HoldLimitMs = 375000;
        private const int PausedLimitMs = 490000;
        private const int PuffLimit = 18;

        private int preheatMs;
        private int holdMs;
        private int pausedMs;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.Heating)
            {
                Reset();
                return false;
            }

            switch (context.Demand.Phase)
            {
                case HeatPhase.Paused:
                    pausedMs += context.TurnMs;
                    break;
                case HeatPhase.Hold:
                    holdMs += context.TurnMs;
                    break;
                default:
                    preheatMs += context.TurnMs;
                    break;
            }

            bool early = preheatMs < PreheatLeastMs && holdMs + pausedMs > 0;
            return early || preheatMs > PreheatLimitMs || holdMs > HoldLimitMs || pausedMs > PausedLimitMs || context.PuffCount > PuffLimit;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            preheatMs = 0;
            holdMs = 0;
            pausedMs = 0;
        }
    }
}
