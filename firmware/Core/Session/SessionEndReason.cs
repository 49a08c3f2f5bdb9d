namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Why a session ended; the byte is the code of the event log entry.</summary>
    public enum SessionEndReason : byte
    {
        /// <summary>It has not ended, or there was none yet.</summary>
        None,

        /// <summary>Six minutes, or the longest pause, are over.</summary>
        Time,

        /// <summary>All puffs are taken.</summary>
        Puffs,

        /// <summary>Button, stick removed, docked, locked or reset.</summary>
        User,

        /// <summary>A safety check tripped, or the heater did not get hot in time.</summary>
        Fault,

        /// <summary>The cell reached its cut-off voltage.</summary>
        Battery,
    }
}
