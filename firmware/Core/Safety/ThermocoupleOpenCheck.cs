namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 1: an open thermocouple drives its amplifier to the upper rail.</summary>
    public sealed class ThermocoupleOpenCheck : SafetyCheck
    {
        /// <summary>98 % of the converter's 4095.</summary>
        public const int HighestRaw = 4013;

        private readonly SampleCounter counter = new SampleCounter(3);

        public ThermocoupleOpenCheck()
            : base(1, SafetyAct.Trip)
        {
        }

        public override bool Step(SafetyContext context)
        {
            bool bad = context.Heating && context.Inputs.ThermocoupleRaw > HighestRaw;
            return counter.Step(context.Inputs.ThermocoupleSampleMs, bad);
        }

        public override void Reset()
        {
            counter.Reset();
        }
    }
}
