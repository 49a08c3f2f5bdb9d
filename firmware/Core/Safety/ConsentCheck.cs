using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 35: no heat that nobody asked for. A session may begin only right after the button was held, or at any
    /// time while the user has auto start on; and there is no heat without a stick, but for a calibration
    /// run, which is made with none in the charger. A refused session stays
    /// refused until its demand ends.
    /// </summary>
    public sealed class ConsentCheck : SafetyCheck
    {
        /// <summary>The state machine asks for 1000 ms; it may count a tick more or less.</summary>
        private const int HeldMs = 900;

        private const int ConsentMs = 500;
        private const int NoStickMs = 200;

        private int pressedMs;
        private int sinceHeldMs = ConsentMs + 1;
        private int noStickMs;
        private bool wasHeating;
        private bool refused;

        public ConsentCheck()
            : base(35, SafetyAct.Refuse)
        {
        }

        public override bool Step(SafetyContext context)
        {
            WatchButton(context);
            noStickMs = context.Inputs.StickPresent ? 0 : Grown(noStickMs, context.ElapsedMs);
            if (!context.Heating)
            {
                wasHeating = false;
                refused = false;
                return false;
            }

            if (!wasHeating)
            {
                wasHeating = true;
                refused = !context.AutoStart && sinceHeldMs > ConsentMs;
            }

            return refused || (context.Demand.Phase == HeatPhase.Calibrate
                ? context.Inputs.StickPresent || !context.Inputs.Docked
                : noStickMs > NoStickMs);
        }

        private void WatchButton(SafetyContext context)
        {
            pressedMs = context.Inputs.ButtonPressed ? Grown(pressedMs, context.ElapsedMs) : 0;
            sinceHeldMs = pressedMs >= HeldMs ? 0 : Grown(sinceHeldMs, context.ElapsedMs);
        }

        /// <summary>Adds without ever wrapping.</summary>
        private static int Grown(int valueMs, int elapsedMs)
        {
            return valueMs > 1000000 ? valueMs : valueMs + elapsedMs;
        }
    }
}
