using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 21: more than 20 mA through the heater in three samples for which no duty was commanded: the transistor conducts by itself.</summary>
    public sealed class LeakCurrentCheck
    {
        public const int Row = 21;

        private const float HighestAmps = 0.02f;
        private const int NeededSamples = 3;

        private int count;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.NewHeaterSample)
            {
                bool flows = !Finite.IsWithin(context.Inputs.HeaterAmps, -HighestAmps, HighestAmps);
                count = context.AppliedPermille == 0 && flows ? count + 1 : 0;
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
