using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 36: the controller's output must be a number within 0..1000 permille, and 0 while no heat is demanded:
    /// the fault that protections most often miss is a heater on at target 0.
    /// </summary>
    public static class ControlOutputCheck
    {
        public const int Row = 36;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            return !Finite.IsWithin(context.RequestedPermille, 0f, context.Heating ? 1000f : 0f);
        }
    }
}
