namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 42: no heat while the holder sits in its charger or the charger chip charges.</summary>
    public sealed class ChargingInterlockCheck : SafetyCheck
    {
        public ChargingInterlockCheck()
            : base(42, SafetyAct.Refuse)
        {
        }

        public override bool Step(SafetyContext context)
        {
            return context.Inputs.Docked || context.Inputs.ChargerActive;
        }
    }
}
