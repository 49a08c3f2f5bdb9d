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
        private int heldMs;

        /// <summary>A press is too long for most short ones and about to become a hold.</summary>
        public bool HoldExpected => down && heldMs >= ExpectedMs && heldMs < HoldMs;

        /// <summary>The button is down and counts.</summary>
        public bool IsDown => down;

        /// <summary>Looks at the button; <paramref name="elapsedMs"/> since the last look, at least 0.</summary>
        /// <returns>What began, ended or was reached since then.</returns>
        public HandActs Step(int elapsedMs, bool pressed)
        {
            if (!pressed)
            {
                bool released = down;
                armed = true;
                down = false;
                if (!released || heldMs >= ResetMs)
                {
                    return HandActs.None;
                }

                return heldMs < HoldMs ? HandActs.ShortPress : HandActs.HoldReleased;
            }

            if (!armed)
            {
                return HandActs.None;
            }

            if (!down)
            {
                down = true;
                heldMs = 0;
                return HandActs.Press;
            }

            int before = heldMs;
            heldMs = before >= ResetMs ? ResetMs : before + elapsedMs;
            return Reached(before);
        }

        private HandActs Reached(int before)
        {
            HandActs reached = HandActs.None;
            if (before < HoldMs && heldMs >= HoldMs)
            {
                reached = HandActs.Hold;
            }

            if (before < CalibrateMs && heldMs >= CalibrateMs)
            {
                reached |= HandActs.CalibrateHold;
            }

            return before < ResetMs && heldMs >= ResetMs ? reached | HandActs.ResetHold : reached;
        }
    }
}
