namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 2: a shorted thermocouple channel reads next to nothing; even -20 °C is 150 mV.</summary>
    public sealed class ThermocoupleShortCheck : SafetyCheck
    {
        /// <summary>2 % of the converter's 4095.</summary>
        public const int LowestRaw = 82;

        private readonly SampleCounter counter = new SampleCounter(3);

        public ThermocoupleShortCheck()
            : base(2, SafetyAct.Trip)
        {
        }

        public override bool Step(SafetyContext context)
        {
            bool bad = context.Heating && context.Inputs.ThermocoupleRaw < LowestRaw;
            return counter.Step(context.Inputs.ThermocoupleSampleMs, bad);
        }

        public override void Reset()
        {
            counter.Reset();
        }
    }
}
