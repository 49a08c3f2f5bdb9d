namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 2: a shorted thermocouple channel reads next to nothing; even -20 °C is 150 mV.</summary>
    public sealed class ThermocoupleShortCheck
    {
        public const int Row = 2;

        /// <summary>2 % of the converter's 4095.</summary>
        public const int LowestRaw = 82;

        private const int NeededSamples = 3;

        private int count;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.NewCoupleSample)
            {
                count = context.Inputs.ThermocoupleRaw < LowestRaw ? count + 1 : 0;
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
