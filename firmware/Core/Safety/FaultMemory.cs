namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// What has tripped, kept twice, the second time inverted (row 52): memory that changes by itself is noticed and counts
    /// as a trip, never as its absence.
    /// </summary>
    public sealed class FaultMemory
    {
        /// <summary>Row of the comparison.</summary>
        public const int CheckRow = 52;

        private const int RowBits = 0xFF;
        private const int LockedOutBit = 0x100;

        private int word;
        private int inverse = ~0;

        /// <summary>Row that tripped, 0 for none.</summary>
        public int Row => Torn ? CheckRow : word & RowBits;

        /// <summary>Only service releases it.</summary>
        public bool LockedOut => ((word | ~inverse) & LockedOutBit) != 0;

        /// <summary>The two copies contradict each other.</summary>
        public bool Torn => word != ~inverse;

        public void Set(int row, bool lockedOut)
        {
            word = (row & RowBits) | (lockedOut ? LockedOutBit : 0);
            inverse = ~word;
        }

        public void Clear()
        {
            word = 0;
            inverse = ~0;
        }
    }
}
