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
        private int differsMs;

        /// <summary>A stick is in the holder.</summary>
        public bool Present;

        /// <summary>A stick seems to go in: the switch is closed and has not been for long enough.</summary>
        public bool Inserting => !Present && differsMs > 0;

        /// <summary>Looks at the switch; <paramref name="elapsedMs"/> since the last look, at least 0.</summary>
        /// <returns>Whether the stick was inserted or removed in this look.</returns>
        public HandActs Step(int elapsedMs, bool closed)
        {
            if (!known)
            {
                known = true;
                Present = closed;
                return HandActs.None;
            }

            if (closed == Present)
            {
                differsMs = 0;
                return HandActs.None;
            }

            int neededMs = closed ? InsertMs : RemoveMs;
            differsMs += elapsedMs;
            if (differsMs < neededMs)
            {
                return HandActs.None;
            }

            differsMs = 0;
            Present = closed;
            return closed ? HandActs.StickInserted : HandActs.StickRemoved;
        }
    }
}
