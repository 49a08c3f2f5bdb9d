using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 23: mean power over 15 W for 100 ms, or more energy in a session than 1.3 times the nominal 1.15 kJ.
    /// A pause is allowed what holding 150 °C takes, so that a long one does not use up the session's energy.
    /// </summary>
    public sealed class PowerAndEnergyCheck
    {
        public const int Row = 23;

        private const float LimitWatts = 15f;
        private const int LimitMs = 100;
        private const float SessionJoules = 1.3f * 1150f;
        private const float PausedJoulesPerMs = 1.3f * 1.2f / 1000f;
        private const int LongestPauseMs = 480000;

        private int overMs;
        private int pausedMs;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            overMs = Finite.IsWithin(context.MeanWatts, 0f, LimitWatts) ? 0 : overMs + context.ElapsedMs;
            if (context.Demand.Phase == HeatPhase.Paused && pausedMs < LongestPauseMs)
            {
                pausedMs += context.ElapsedMs;
            }

            return overMs >= LimitMs || !Finite.IsWithin(context.SessionJoules, 0f, SessionJoules + (PausedJoulesPerMs * pausedMs));
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            overMs = 0;
            pausedMs = 0;
        }
    }
}
