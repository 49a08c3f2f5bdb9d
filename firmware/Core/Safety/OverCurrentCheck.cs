namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 20, the firmware's part: a heater whose resistance is less than two thirds of its cold one. The current that
    /// this lets flow is 1.5 times the largest that a whole heater takes; the 7 A latch of the board needs 10 µs for
    /// what takes two samples here.
    /// </summary>
    public sealed class OverCurrentCheck
    {
        public const int Row = 20;

        /// <summary>A whole heater has 0.92 times its resistance at 0 °C when it is as cold as -20 °C.</summary>
        private const float LowestRatio = 0.6f;

        private const int NeededSamples = 2;

        private int count;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            // The controller takes its duty back at once, and gives it again: samples without a current tell nothing.
            if (context.NewHeaterSample && context.HasResistance)
            {
                count = context.Ratio < LowestRatio ? count + 1 : 0;
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
