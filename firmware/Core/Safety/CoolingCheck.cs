using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 25: twenty seconds after the heat was taken away the heater must be at least 20 °C colder; the slowest one
    /// has lost 60. Row 15 sees what rises; this sees what is held.
    /// </summary>
    public sealed class CoolingCheck
    {
        public const int Row = 25;

        private const int CoolingMs = 20000;
        private const float DropCelsius = 20f;

        /// <summary>Below this there is not enough to lose.</summary>
        private const float HotCelsius = 150f;

        private int offMs;
        private float hottest;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            float celsius = context.Inputs.ThermocoupleCelsius;
            if (context.Heating)
            {
                offMs = 0;
                hottest = celsius;
                return false;
            }

            offMs = offMs < CoolingMs ? offMs + context.TurnMs : CoolingMs;
            return offMs >= CoolingMs && Finite.IsWithin(hottest, HotCelsius, 445f)
                && Finite.IsWithin(celsius, hottest - DropCelsius, 445f);
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            hottest = 0f;
        }
    }
}
