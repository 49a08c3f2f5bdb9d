using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 11: either sensor at or above 380 °C in two samples, heat demanded or not. Below it are the 350 °C of a
    /// good session, above it the comparator's 400 °C. A sensor that tells no number is for other rows.
    /// </summary>
    public sealed class OverTemperatureCheck : SafetyCheck
    {
        private const float LimitCelsius = 380f;
        private const int NeededSamples = 2;

        private readonly SampleCounter couple = new SampleCounter(NeededSamples);
        private readonly SampleCounter resistance = new SampleCounter(NeededSamples);

        public OverTemperatureCheck()
            : base(11, SafetyAct.LockOut)
        {
        }

        public override bool Step(SafetyContext context)
        {
            bool byCouple = couple.Step(context.Inputs.ThermocoupleSampleMs, IsTooHot(context.Inputs.ThermocoupleCelsius));
            bool byResistance = resistance.Step(context.Inputs.HeaterSampleMs, IsTooHot(context.ResistanceCelsius));
            return byCouple || byResistance;
        }

        public override void Reset()
        {
            couple.Reset();
            resistance.Reset();
        }

        private static bool IsTooHot(float celsius)
        {
            return Finite.IsWithin(celsius, LimitCelsius, float.MaxValue);
        }
    }
}
