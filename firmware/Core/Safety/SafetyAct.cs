namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>What happens when a row of the checklist fires, mildest first.</summary>
    public enum SafetyAct : byte
    {
        /// <summary>Nothing by itself: the row records, or is beyond managed code.</summary>
        None,

        /// <summary>The event log has it; heating goes on.</summary>
        Warn,

        /// <summary>The same, and a trip where it goes on or grows.</summary>
        WarnThenTrip,

        /// <summary>No heat while it fires; nothing is remembered.</summary>
        Refuse,

        /// <summary>No heat and no heartbeat while it fires: the hardware dead-man may open the load switch.</summary>
        WithholdHeartbeat,

        /// <summary>The session is over; no heat until released by a reset or a deliberate new start.</summary>
        Trip,

        /// <summary>Lock-out: no heat ever again, resets and restarts included; only service releases it.</summary>
        LockOut,
    }
}
