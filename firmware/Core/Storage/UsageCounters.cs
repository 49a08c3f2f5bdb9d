namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>What the holder counts over its life; stored as one record with the latched fault.</summary>
    public sealed class UsageCounters
    {
        /// <summary>Sessions that reached Ready since manufacture (telemetry tag 8E).</summary>
        public uint TotalUses;

        /// <summary>Days on which at least one session was started (telemetry tag 17).</summary>
        public uint DaysUsed;

        /// <summary>Day number (since 2010-01-01) of the last session.</summary>
        public uint LastUseDay;

        /// <summary>Charge moved out of the cell since manufacture, mAh; full cycles follow from it.</summary>
        public uint DischargedMah;

        /// <summary>Row of the lock-out that survives a reset, 0 for none.</summary>
        public int LatchedFaultRow;

        /// <summary>Something changed since the last write; the store clears it.</summary>
        public bool Dirty;
    }
}
