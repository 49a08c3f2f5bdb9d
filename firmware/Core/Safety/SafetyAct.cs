namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>What a safety check does when it fires, mildest first.</summary>
    public enum SafetyAct : byte
    {
        /// <summary>No heat in this tick; nothing is remembered.</summary>
        Refuse,

        /// <summary>No heat and no heartbeat in this tick: the hardware dead-man may open the load switch.</summary>
        WithholdHeartbeat,

        /// <summary>The session is over; no heat until released by a reset or a deliberate new start.</summary>
        Trip,

        /// <summary>Lock-out: no heat ever again, resets and restarts included; only service releases it.</summary>
        LockOut,
    }
}
