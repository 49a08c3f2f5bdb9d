namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Plays one pattern at a time by the time of the steps; bounded work, nothing allocated.</summary>
    public sealed class PatternPlayer
    {
        private IndicationPattern pattern;
        private int step;
        private int rounds;
        private long stepStartMs;

        /// <summary>Something is being played.</summary>
        public bool Playing => pattern != null;

        /// <summary>The pattern being played, or null.</summary>
        public IndicationPattern Pattern => pattern;

        /// <summary>Starts a pattern from its beginning.</summary>
        public void Play(IndicationPattern next, long nowMs)
        {
            pattern = next;
            step = 0;
            rounds = 0;
            stepStartMs = nowMs;
        }

        /// <summary>Plays a pattern unless it is the one already playing.</summary>
        public void Keep(IndicationPattern next, long nowMs)
        {
            if (pattern != next)
            {
                Play(next, nowMs);
            }
        }

        /// <summary>Ends what is being played.</summary>
        public void Stop()
        {
            pattern = null;
        }

        /// <summary>Goes on to the step that is due at this time; at most once through the pattern.</summary>
        public void Step(long nowMs)
        {
            if (pattern == null)
            {
                return;
            }

            if (nowMs < stepStartMs)
            {
                stepStartMs = nowMs;
            }

            for (int i = 0; i < pattern.StepCount; i++)
            {
                int durationMs = pattern.DurationMs(step);
                if (durationMs == 0 || nowMs - stepStartMs < durationMs)
                {
                    return;
                }

                stepStartMs += durationMs;
                step++;
                if (step < pattern.StepCount)
                {
                    continue;
                }

                step = 0;
                rounds++;
                if (pattern.Repeats != 0 && rounds >= pattern.Repeats)
                {
                    pattern = null;
                    return;
                }
            }

            // The loop stood still for longer than a round: go on from here.
            stepStartMs = nowMs;
        }

        /// <summary>Brightness of a light (0 top .. 4 bottom red) now, permille; 0 while nothing is played.</summary>
        public int LightPermille(int light)
        {
            return pattern == null ? 0 : pattern.LightPermille(step, light);
        }

        /// <summary>Strength of the vibration now, permille; 0 while nothing is played.</summary>
        public int VibrationPermille => pattern == null ? 0 : pattern.VibrationPermille(step);
    }
}
