using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 19: the heater's top node is driven, and less than half the current flows that its resistance at 400 °C would take.</summary>
    public sealed class OpenHeaterCheck
    {
        public const int Row = 19;

        /// <summary>Twice the resistance ratio of platinum at 400 °C.</summary>
        private const float HighestRatio = 2f * 2.471f;

        private const float LowestVolts = 0.1f;
        private const int NeededSamples = 3;

        private int count;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.NewHeaterSample)
            {
                float volts = context.Inputs.HeaterVolts;
                bool driven = context.AppliedPermille >= SafetyContext.MeasurablePermille && Finite.IsWithin(volts, LowestVolts, 10f);
                bool flows = Finite.IsWithin(context.Inputs.HeaterAmps * HighestRatio * context.ColdOhms, volts, 1000f);
                count = driven && !flows ? count + 1 : 0;
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
