namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Plays one pattern at a time by the time of the steps; bounded work, nothing allocated.</summary>
    public sealed class PatternPlayer
    {
        private IndicationPattern pattern = IndicationPattern.None;
        private int firstStep;
        private int step;
        private int rounds;
        private long stepStartMs;

        /// <summary>Something is being played.</summary>
        public bool Playing => pattern != IndicationPattern.None;

        /// <summary>The pattern being played.</summary>
        public IndicationPattern Pattern => pattern;

        /// <summary>Starts a pattern from its beginning.</summary>
        public void Play(IndicationPattern next, long nowMs)
        {
            pattern = next;
            firstStep = IndicationPatterns.FirstStep(next);
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
            pattern = IndicationPattern.None;
        }

        /// <summary>Goes on to the step that is due at this time; at most once through the pattern.</summary>
        public void Step(long nowMs)
        {
            if (pattern == IndicationPattern.None)
            {
                return;
            }

            if (nowMs < stepStartMs)
            {
                stepStartMs = nowMs;
            }

            int stepCount = IndicationPatterns.StepCount(pattern);
            for (int i = 0; i < stepCount; i++)
            {
                int durationMs = IndicationPatterns.DurationMs(firstStep + step);
                if (durationMs == 0 || nowMs - stepStartMs < durationMs)
                {
                    return;
                }

                stepStartMs += durationMs;
                step++;
                if (step < stepCount)
                {
                    continue;
                }

                step = 0;
                rounds++;
                int repeats = IndicationPatterns.Repeats(pattern);
                if (repeats != 0 && rounds >= repeats)
                {
                    pattern = IndicationPattern.None;
                    return;
                }
            }

            // The loop stood still for longer than a round: go on from here.
            stepStartMs = nowMs;
        }

        /// <summary>Brightness of a light (0 top .. 4 bottom red) now, permille; 0 while nothing is played.</summary>
        public int LightPermille(int light)
        {
            return Playing ? IndicationPatterns.LightPermille(firstStep + step, light) : 0;
        }

        /// <summary>Strength of the vibration now, permille; 0 while nothing is played.</summary>
        public int VibrationPermille => Playing ? IndicationPatterns.VibrationPermille(firstStep + step) : 0;
    }
}
