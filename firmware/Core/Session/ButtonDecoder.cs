namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// Tells the gestures of the one button apart: a short press (released within 1 s), a hold (1 s, told while
    /// still held), its release, and the reset hold (10 s). A button that is already down at power-on counts
    /// only after it was released, so that a jammed button starts nothing.
    /// </summary>
    public sealed class ButtonDecoder
    {
        /// <summary>A press this long is a hold.</summary>
        public const int HoldMs = 1000;

        /// <summary>A press this long will probably become a hold.</summary>
        private const int ExpectedMs = 500;

        /// <summary>A press this long calibrates, where the holder is docked.</summary>
        public const int CalibrateMs = 5000;

        /// <summary>A press this long resets.</summary>
        public const int ResetMs = 10000;

        private bool armed;
        private bool down;
        private long heldMs;

        /// <summary>A press began in the last step.</summary>
        public bool Pressed { get; private set; }

        /// <summary>A press shorter than <see cref="HoldMs"/> ended in the last step.</summary>
        public bool ShortPress { get; private set; }

        /// <summary>A press reached <see cref="HoldMs"/> in the last step.</summary>
        public bool Hold { get; private set; }

        /// <summary>A press reached <see cref="CalibrateMs"/> in the last step.</summary>
        public bool CalibrateHold { get; private set; }

        /// <summary>A press between <see cref="HoldMs"/> and <see cref="ResetMs"/> ended in the last step.</summary>
        public bool HoldReleased { get; private set; }

        /// <summary>A press reached <see cref="ResetMs"/> in the last step.</summary>
        public bool ResetHold { get; private set; }

        /// <summary>A press is too long for most short ones and about to become a hold.</summary>
        public bool HoldExpected => down && heldMs >= ExpectedMs && heldMs < HoldMs;

        /// <summary>The button is down and counts.</summary>
        public bool IsDown => down;

        /// <summary>Looks at the button; <paramref name="elapsedMs"/> since the last step, at least 0.</summary>
        public void Step(long elapsedMs, bool pressed)
        {
            Pressed = false;
            ShortPress = false;
            Hold = false;
            HoldReleased = false;
            CalibrateHold = false;
            ResetHold = false;

            if (!pressed)
            {
                ShortPress = down && heldMs < HoldMs;
                HoldReleased = down && heldMs >= HoldMs && heldMs < ResetMs;
                armed = true;
                down = false;
                return;
            }

            if (!armed)
            {
                return;
            }

            if (!down)
            {
                Pressed = true;
                down = true;
                heldMs = 0;
                return;
            }

            long before = heldMs;
            heldMs = heldMs >= ResetMs ? ResetMs : heldMs + elapsedMs;
            Hold = before < HoldMs && heldMs >= HoldMs;
            CalibrateHold = before < CalibrateMs && heldMs >= CalibrateMs;
            ResetHold = before < ResetMs && heldMs >= ResetMs;
        }
    }
}
