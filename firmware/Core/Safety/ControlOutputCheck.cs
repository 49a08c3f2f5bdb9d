using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 36: the controller's output must be a number within 0..1000 permille, and 0 while no heat is demanded:
    /// the fault that protections most often miss is a heater on at target 0.
    /// </summary>
    public sealed class ControlOutputCheck : SafetyCheck
    {
        public ControlOutputCheck()
            : base(36, SafetyAct.Trip)
        {
        }

        public override bool Step(SafetyContext context)
        {
            float highest = context.Heating ? 1000f : 0f;
            return !Finite.IsWithin(context.RequestedPermille, 0f, highest);
        }
    }
}
