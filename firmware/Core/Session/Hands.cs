using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// Gathers what hands do until the state machine takes it, since that looks less often than they may act. The first
    /// look takes things as they are: a stick that is in was not inserted.
    /// </summary>
    public sealed class Hands
    {
        private readonly ButtonDecoder button = new ButtonDecoder();
        private readonly StickSwitch stick = new StickSwitch();
        private HandActs acts;
        private bool docked;
        private bool tilted;
        private bool tapped;

        /// <summary>A stick is in the holder.</summary>
        public bool StickPresent => stick.Present;

        /// <summary>The button is down and counts.</summary>
        public bool Pressing => button.IsDown;

        /// <summary>A press is about to become a hold.</summary>
        public bool HoldExpected => button.HoldExpected;

        /// <summary>A stick seems to go in.</summary>
        public bool Inserting => stick.Inserting;

        /// <summary>What waits to be taken.</summary>
        public HandActs Waiting => acts;

        /// <summary>Looks at button, stick, dock and accelerometer; <paramref name="elapsedMs"/> since the last look, at least 0.</summary>
        /// <returns>What this look found.</returns>
        public HandActs Look(int elapsedMs, BoardInputs inputs)
        {
            HandActs found = button.Step(elapsedMs, inputs.ButtonPressed) | stick.Step(elapsedMs, inputs.StickPresent);
            if (inputs.Docked != docked)
            {
                docked = inputs.Docked;
                found |= docked ? HandActs.Docked : HandActs.Undocked;
            }

            if (inputs.Tilted && !tilted)
            {
                found |= HandActs.Tilt;
            }

            if (inputs.DoubleTapped && !tapped)
            {
                found |= HandActs.DoubleTap;
            }

            tilted = inputs.Tilted;
            tapped = inputs.DoubleTapped;
            acts |= found;
            return found;
        }

        /// <summary>All that happened since it was last taken.</summary>
        public HandActs Take()
        {
            HandActs taken = acts;
            acts = HandActs.None;
            return taken;
        }
    }
}
