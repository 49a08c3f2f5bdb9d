using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 23: mean power over 15 W for 100 ms, or more energy in a session than 1.3 times the nominal 1.15 kJ.
    /// A pause is allowed what holding 150 °C takes, so that a long one does not use up the session's energy.
    /// </summary>
    public sealed class PowerAndEnergyCheck : SafetyCheck
    {
        private const float LimitWatts = 15f;
        private const int LimitMs = 100;
        private const float NominalSessionJoules = 1150f;
        private const float Margin = 1.3f;
        private const float PausedWatts = 1.2f;
        private const int LongestPauseMs = 480000;

        private int overMs;
        private int pausedMs;
        private float joules;

        public PowerAndEnergyCheck()
            : base(23, SafetyAct.Trip)
        {
        }

        /// <summary>Energy of this session as the supervisor measured it, joules.</summary>
        public float SessionJoules => joules;

        public override bool Step(SafetyContext context)
        {
            if (!context.Heating)
            {
                Reset();
                return false;
            }

            float watts = context.Meter.MeanWatts;
            bool over = float.IsNaN(watts) || watts > LimitWatts;
            overMs = over ? overMs + context.ElapsedMs : 0;
            joules += watts * context.ElapsedMs / 1000f;
            if (context.Demand.Phase == HeatPhase.Paused && pausedMs < LongestPauseMs)
            {
                pausedMs += context.ElapsedMs;
            }

            float limitJoules = Margin * (NominalSessionJoules + (PausedWatts * pausedMs / 1000f));
            return overMs >= LimitMs || float.IsNaN(joules) || joules > limitJoules;
        }

        public override void Reset()
        {
            overMs = 0;
            pausedMs = 0;
            joules = 0f;
        }
    }
}
