namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>The stick switch without its bounce. A stick that is in at power-on was not "inserted".</summary>
    public sealed class StickSwitch
    {
        /// <summary>A stick counts as inserted after this time.</summary>
        public const int InsertMs = 500;

        /// <summary>A stick counts as removed after this time.</summary>
        public const int RemoveMs = 100;

        private bool known;
        private long differsMs;

        /// <summary>A stick is in the holder.</summary>
        public bool Present { get; private set; }

        /// <summary>A stick seems to go in: the switch is closed and has not been for long enough.</summary>
        public bool Inserting => !Present && differsMs > 0;

        /// <summary>It was inserted in the last step.</summary>
        public bool Inserted { get; private set; }

        /// <summary>It was removed in the last step.</summary>
        public bool Removed { get; private set; }

        /// <summary>Looks at the switch; <paramref name="elapsedMs"/> since the last step, at least 0.</summary>
        public void Step(long elapsedMs, bool closed)
        {
            Inserted = false;
            Removed = false;
            if (!known)
            {
                known = true;
                Present = closed;
                return;
            }

            if (closed == Present)
            {
                differsMs = 0;
                return;
            }

            int neededMs = closed ? InsertMs : RemoveMs;
            differsMs = differsMs > neededMs ? neededMs : differsMs + elapsedMs;
            if (differsMs < neededMs)
            {
                return;
            }

            differsMs = 0;
            Present = closed;
            Inserted = closed;
            Removed = !closed;
        }
    }
}
