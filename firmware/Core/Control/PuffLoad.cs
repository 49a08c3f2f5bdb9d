namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// The load of the heater, calmed for whoever looks for puffs. It is estimated for a loop that is faster than its noise is
    /// small: two lags bring it down to what puffs need, a third smooths it for the threshold.
    /// </summary>
    public sealed class PuffLoad
    {
        /// <summary>What the two lags take to bring a step down to six tenths.</summary>
        public const float CalmingSeconds = 0.125f;

        // Rates, 1/s.
        private const float CalmingRate = 11f;
        private const float SmoothingRate = 6f;

        /// <summary>
        /// A sample that is farther off counts as this far: a conversion that straddles a change of the duty looks like a
        /// load of many watts for a tick or two. The strongest puff takes 4 W, and is so seen a tick later.
        /// </summary>
        private const float LargestJumpWatts = 3f;

        private float rawWatts;
        private float calmWatts;
        private float smoothWatts;

        /// <summary>After two lags: tells heights and volumes.</summary>
        public float CalmWatts => calmWatts;

        /// <summary>After three: tells whether there is a puff.</summary>
        public float SmoothWatts => smoothWatts;

        /// <summary>Nothing is known before this sample.</summary>
        public void Restart(float watts)
        {
            rawWatts = watts;
            calmWatts = watts;
            smoothWatts = watts;
        }

        /// <summary>Takes one sample; at a rate times <paramref name="seconds"/> of 1 and more the lags would swing.</summary>
        public void Step(float seconds, float watts)
        {
            float jump = watts - rawWatts;
            jump = jump > LargestJumpWatts ? LargestJumpWatts : jump < -LargestJumpWatts ? -LargestJumpWatts : jump;
            rawWatts += jump * CalmingRate * seconds;
            calmWatts += (rawWatts - calmWatts) * CalmingRate * seconds;
            smoothWatts += (calmWatts - smoothWatts) * SmoothingRate * seconds;
        }
    }
}
