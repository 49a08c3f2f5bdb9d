namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// The percentage that the user sees. It follows the estimate one percent a second at most, falls only while the
    /// cell is not charged and rises only while it is, so that corrections never show as jumps.
    /// </summary>
    public sealed class ShownCharge
    {
        private const int StepMs = 1000;

        private long lastStepMs;
        private bool known;

        /// <summary>0..100.</summary>
        public int Percent { get; private set; }

        /// <summary>Takes an estimate as it is; at power-on only.</summary>
        public void Reset(int permille)
        {
            Percent = Rounded(permille);
            known = false;
        }

        /// <summary>Follows the estimate.</summary>
        public void Step(long sampleMs, int permille, bool charging)
        {
            if (!known)
            {
                known = true;
                lastStepMs = sampleMs;
            }

            int target = Rounded(permille);
            bool wanted = charging ? target > Percent : target < Percent;
            if (!wanted || sampleMs - lastStepMs < StepMs)
            {
                return;
            }

            lastStepMs = sampleMs;
            Percent += charging ? 1 : -1;
        }

        private static int Rounded(int permille)
        {
            int percent = (permille + 5) / 10;
            return percent < 0 ? 0 : percent > 100 ? 100 : percent;
        }
    }
}
