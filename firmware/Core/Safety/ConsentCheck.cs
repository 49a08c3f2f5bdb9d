using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 35: no heat that nobody asked for. A session may begin only right after the button was held, or at any
    /// time while the user has auto start on; and there is no heat without a stick, but for a calibration run, which is
    /// made with none and in the charger. A hold that began while the heater was on asks for its end and for nothing
    /// else: heat that goes on after it is refused. A refused session stays
    /// refused until its demand ends.
    /// </summary>
    public sealed class ConsentCheck
    {
        public const int Row = 35;

        /// <summary>The state machine asks for 1000 ms; it may count a tick more or less.</summary>
        private const int HeldMs = 900;

        /// <summary>Longer than what ends a session, so that a press that falls short of it ends nothing here.</summary>
        private const int StopHeldMs = 1100;

        private const int StopMs = 100;

        private const int ConsentMs = 500;
        private const int NoStickMs = 200;

        private int pressedMs;
        private int sinceHeldMs = ConsentMs + 1;
        private int noStickMs;
        private int sinceStopMs = -1;
        private bool pressBeganHeating;
        private bool wasHeating;
        private bool refused;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            WatchButton(context);
            noStickMs = context.Inputs.StickPresent ? 0 : Grown(noStickMs, context.ElapsedMs);
            if (!context.Heating)
            {
                wasHeating = false;
                refused = false;
                sinceStopMs = -1;
                return false;
            }

            if (!wasHeating)
            {
                wasHeating = true;
                bool held = sinceHeldMs <= ConsentMs;
                context.UnusedMs = held ? SafetyContext.Confirmed : 0;
                refused = !held && !context.AutoStart;
            }

            WatchStop(context);
            return refused || (context.Demand.Phase == HeatPhase.Calibrate
                ? context.Inputs.StickPresent || !context.Inputs.Docked
                : noStickMs > NoStickMs);
        }

        private void WatchButton(SafetyContext context)
        {
            bool pressed = context.Inputs.ButtonPressed;
            if (pressed)
            {
                pressBeganHeating = pressedMs == 0 ? context.Heating : pressBeganHeating;
                context.UnusedMs = SafetyContext.Confirmed;
            }

            pressedMs = pressed ? Grown(pressedMs, context.ElapsedMs) : 0;
            bool asksForHeat = pressedMs >= HeldMs && !pressBeganHeating;
            sinceHeldMs = asksForHeat ? 0 : Grown(sinceHeldMs, context.ElapsedMs);
        }

        private void WatchStop(SafetyContext context)
        {
            if (pressedMs >= StopHeldMs && pressBeganHeating && sinceStopMs < 0)
            {
                sinceStopMs = 0;
            }
            else if (sinceStopMs >= 0)
            {
                sinceStopMs = Grown(sinceStopMs, context.ElapsedMs);
            }

            refused |= sinceStopMs > StopMs;
        }

        /// <summary>Adds without ever wrapping.</summary>
        private static int Grown(int valueMs, int elapsedMs)
        {
            return valueMs > 1000000 ? valueMs : valueMs + elapsedMs;
        }
    }
}
