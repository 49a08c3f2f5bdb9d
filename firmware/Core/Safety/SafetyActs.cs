namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// The rows by what they do, as sets with bit n for row n: what the tick works with. <see cref="SafetyTable"/> says
    /// the same for people; a test holds the two equal.
    /// </summary>
    public static class SafetyActs
    {
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
            if (rows == 0)
            {
                return 0;
            }

            int row = 0;
            if ((rows & 0xFFFFFFFFL) == 0)
            {
                rows >>= 32;
                row = 32;
            }

            int half = (int)rows;
            if ((half & 0xFFFF) == 0)
            {
                half >>= 16;
                row += 16;
            }

            if ((half & 0xFF) == 0)
            {
                half >>= 8;
                row += 8;
            }

            if ((half & 0xF) == 0)
            {
                half >>= 4;
                row += 4;
            }

            if ((half & 3) == 0)
            {
                half >>= 2;
                row += 2;
            }

            return (half & 1) == 0 ? row + 1 : row;
        }
    }
}
