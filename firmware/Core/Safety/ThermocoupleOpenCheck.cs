namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 1: an open thermocouple drives its amplifier to the upper rail.</summary>
    public sealed class ThermocoupleOpenCheck
    {
        public const int Row = 1;

        /// <summary>98 % of the converter's 4095.</summary>
        public const int HighestRaw = 4013;

        private const int NeededSamples = 3;

        private int count;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.NewCoupleSample)
            {
                count = context.Inputs.ThermocoupleRaw > HighestRaw ? count + 1 : 0;
            }

            return count >= NeededSamples;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            count = 0;
        }
    }
}
