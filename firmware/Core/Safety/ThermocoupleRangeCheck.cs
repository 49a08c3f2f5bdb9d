using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 3: three of the last five thermocouple samples outside what the amplifier can tell (-20 to 440 °C).</summary>
    public sealed class ThermocoupleRangeCheck : SafetyCheck
    {
        private const float LowestCelsius = -25f;
        private const float HighestCelsius = 445f;
        private const int Window = 5;
        private const int NeededBad = 3;

        private long lastSampleMs = -1;
        private int history;

        public ThermocoupleRangeCheck()
            : base(3, SafetyAct.Trip)
        {
        }

        public override bool Step(SafetyContext context)
        {
            long sampleMs = context.Inputs.ThermocoupleSampleMs;
            if (sampleMs >= 0 && sampleMs != lastSampleMs)
            {
                lastSampleMs = sampleMs;
                bool bad = context.Heating && !Finite.IsWithin(context.Inputs.ThermocoupleCelsius, LowestCelsius, HighestCelsius);
                history = ((history << 1) | (bad ? 1 : 0)) & ((1 << Window) - 1);
            }

            int badCount = 0;
            for (int i = 0; i < Window; i++)
            {
                badCount += (history >> i) & 1;
            }

            return badCount >= NeededBad;
        }

        public override void Reset()
        {
            history = 0;
        }
    }
}
