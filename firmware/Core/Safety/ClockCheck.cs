namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 32: the processor's clock against the real-time clock over 60 s, twice. Without a time of day (its cell was
    /// empty) there is nothing to compare with.
    /// </summary>
    public sealed class ClockCheck
    {
        public const int Row = 32;

        private const int WindowMs = 60000;

        /// <summary>5 % of the window; whole seconds and the reader's turn are worth 1.2 s of it.</summary>
        private const int LargestMs = 3000;

        private const int NeededWindows = 2;

        private long startMs;
        private uint startSeconds;
        private int count;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            uint seconds = context.Inputs.RtcSeconds;
            long elapsedMs = context.NowMs - startMs;
            bool begun = startSeconds != 0 && seconds != 0 && elapsedMs >= 0;
            if (begun && elapsedMs < WindowMs)
            {
                return count >= NeededWindows;
            }

            if (begun)
            {
                // A turn that comes late, as after a stop, only makes the window longer.
                long apartMs = ((long)(seconds - startSeconds) * 1000) - elapsedMs;
                bool apart = apartMs > LargestMs + (elapsedMs / 20) - (WindowMs / 20)
                    || apartMs < -(LargestMs + (elapsedMs / 20) - (WindowMs / 20));
                count = apart ? count + 1 : 0;
            }

            startMs = context.NowMs;
            startSeconds = seconds;
            return count >= NeededWindows;
        }
    }
}
