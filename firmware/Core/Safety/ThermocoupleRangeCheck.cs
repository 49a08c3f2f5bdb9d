using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 3: three of the last five thermocouple samples outside what the amplifier can tell (-20 to 440 °C).</summary>
    public sealed class ThermocoupleRangeCheck
    {
        public const int Row = 3;

        private const float LowestCelsius = -25f;
        private const float HighestCelsius = 445f;
        private const int WindowBits = 0x1F;

        /// <summary>Bit n tells whether the number n has three or more bits.</summary>
        private const uint ThreeOrMore = 0xFEE8E880;

        /// <summary>One bit a sample, the latest lowest; 1 is bad.</summary>
        private int history;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.NewCoupleSample)
            {
                bool bad = !Finite.IsWithin(context.Inputs.ThermocoupleCelsius, LowestCelsius, HighestCelsius);
                history = ((history << 1) | (bad ? 1 : 0)) & WindowBits;
            }

            return (ThreeOrMore & (1u << history)) != 0;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            history = 0;
        }
    }
}
