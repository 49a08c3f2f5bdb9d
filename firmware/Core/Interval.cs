namespace IqosDevice.Firmware.Core
{
    /// <summary>Time from one turn of something to its next, bounded, so that a clock that jumps overflows no timer.</summary>
    public sealed class Interval
    {
        /// <summary>A longer gap is no step but a broken clock.</summary>
        public const int LongestMs = 60000;

        private long lastMs = -1;

        /// <summary>It is this one's turn.</summary>
        /// <param name="nowMs">Time since boot.</param>
        /// <returns>Time since its last turn, 0..60000 ms; 0 the first time, and where the clock went back.</returns>
        public int Next(long nowMs)
        {
            long elapsedMs = nowMs - lastMs;
            bool first = lastMs < 0;
            lastMs = nowMs;
            if (first || elapsedMs < 0)
            {
                return 0;
            }

            return elapsedMs > LongestMs ? LongestMs : (int)elapsedMs;
        }
    }
}
