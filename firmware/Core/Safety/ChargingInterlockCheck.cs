using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 42: no heat while the holder sits in its charger or the charger chip charges. A calibration run is made in
    /// the charger, but not before the chip has stopped.
    /// </summary>
    public static class ChargingInterlockCheck
    {
        public const int Row = 42;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            return (context.Inputs.Docked && context.Demand.Phase != HeatPhase.Calibrate) || context.Inputs.ChargerActive;
        }
    }
}
