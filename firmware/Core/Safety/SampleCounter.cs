namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Counts bad samples in a row; looks at each sample once, however often a tick comes by.</summary>
    public sealed class SampleCounter
    {
        private readonly int needed;
        private long lastSampleMs = -1;
        private int count;

        /// <summary>Fires after this many bad samples in a row.</summary>
        public SampleCounter(int needed)
        {
            this.needed = needed;
        }

        /// <summary>Takes the sample of this time; -1 stands for none yet.</summary>
        /// <returns>True once enough bad samples followed each other.</returns>
        public bool Step(long sampleMs, bool bad)
        {
            if (sampleMs >= 0 && sampleMs != lastSampleMs)
            {
                lastSampleMs = sampleMs;
                count = !bad ? 0 : count < needed ? count + 1 : needed;
            }

            return count >= needed;
        }

        public void Reset()
        {
            count = 0;
        }
    }
}
