namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>Row 42: no heat while the holder sits in its charger or the charger chip charges.</summary>
    public static class ChargingInterlockCheck
    {
        public const int Row = 42;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            return context.Inputs.Docked || context.Inputs.ChargerActive;
        }
    }
}
