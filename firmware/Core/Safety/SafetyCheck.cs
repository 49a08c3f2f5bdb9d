namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// One row of the safety checklist. It sees raw samples, the demand and the duty that is about to be applied,
    /// keeps what it must remember, and says when it fires; the supervisor acts on it.
    /// </summary>
    public abstract class SafetyCheck
    {
        protected SafetyCheck(int row, SafetyAct act)
        {
            Row = row;
            Act = act;
        }

        /// <summary>Number of the row in the checklist; travels in Holder status and event log.</summary>
        public int Row { get; }

        public SafetyAct Act { get; }

        /// <summary>Looks once a tick, heat or no heat. Allocates nothing.</summary>
        /// <returns>True while the check fires.</returns>
        public abstract bool Step(SafetyContext context);

        /// <summary>Forgets what it counted; called when a trip is released.</summary>
        public virtual void Reset()
        {
        }
    }
}
