namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// The rows by what they do, as sets with bit n for row n: what the tick works with. <see cref="SafetyTable"/> says
    /// the same for people; a test holds the two equal.
    /// </summary>
    public static class SafetyActs
    {
        /// <summary>
        /// A de Bruijn sequence: each six bits of it are another number. Times the one bit that is left of a set, its top
        /// six bits so tell the bit.
        /// </summary>
        private const long DeBruijn = 0x022FDD63CC95386D;

        private static readonly byte[] RowOfProduct =
        {
            0, 1, 2, 53, 3, 7, 54, 27, 4, 38, 41, 8, 34, 55, 48, 28,
            62, 5, 39, 46, 44, 42, 22, 9, 24, 35, 59, 56, 49, 18, 29, 11,
            63, 52, 6, 26, 37, 40, 33, 47, 61, 45, 43, 21, 23, 58, 17, 10,
            51, 25, 36, 32, 60, 20, 57, 16, 50, 31, 19, 15, 30, 14, 13, 12,
        };

        public const long Warn = (1L << 44) | (1L << 45);

        public const long WarnThenTrip = (1L << 4) | (1L << 17) | (1L << 18) | (1L << 29) | (1L << 38);

        public const long Refuse = (1L << 10) | (1L << 24) | (1L << 34) | (1L << 35) | (1L << 37) | (1L << 40)
            | (1L << 42) | (1L << 43);

        public const long WithholdHeartbeat = (1L << 28) | (1L << 30) | (1L << 31);

        public const long LockOut = (1L << 9) | (1L << 11) | (1L << 12) | (1L << 15) | (1L << 20) | (1L << 21) | (1L << 25)
            | (1L << 32) | (1L << 33) | (1L << 39) | (1L << 41);

        public const long Trip = (1L << 1) | (1L << 2) | (1L << 3) | (1L << 5) | (1L << 6) | (1L << 7) | (1L << 8)
            | (1L << 13) | (1L << 14) | (1L << 16) | (1L << 19) | (1L << 22) | (1L << 23) | (1L << 26) | (1L << 27)
            | (1L << 36) | (1L << 51) | (1L << 52) | (1L << 54) | (1L << 56);

        /// <summary>What a row does when it fires.</summary>
        public static SafetyAct Of(int row)
        {
            long set = 1L << row;
            if ((LockOut & set) != 0)
            {
                return SafetyAct.LockOut;
            }

            if ((Trip & set) != 0)
            {
                return SafetyAct.Trip;
            }

            if ((WithholdHeartbeat & set) != 0)
            {
                return SafetyAct.WithholdHeartbeat;
            }

            if ((Refuse & set) != 0)
            {
                return SafetyAct.Refuse;
            }

            if ((WarnThenTrip & set) != 0)
            {
                return SafetyAct.WarnThenTrip;
            }

            return (Warn & set) != 0 ? SafetyAct.Warn : SafetyAct.None;
        }

        /// <summary>The lowest row of a set, 0 for the empty one.</summary>
        public static int FirstOf(long rows)
        {
            return rows == 0 ? 0 : RowOfProduct[(int)((ulong)((rows & -rows) * DeBruijn) >> 58)];
        }
    }
}
