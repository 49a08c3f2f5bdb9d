namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Battery Level Status of the standard Battery Service (Battery Service 1.1, 3.2): flags u8 and power state
    /// u16; none of the optional fields is present, so the flags are 0. <c>00 A3 00</c>: battery present, external
    /// power connected, charging, level good.
    /// </summary>
    public static class BatteryLevelStatusRecord
    {
        public const int Bytes = 3;

        private const int BatteryPresent = 1;
        private const int WiredPower = 1 << 1;
        private const int Charging = 1 << 5;
        private const int DischargingActive = 2 << 5;
        private const int DischargingInactive = 3 << 5;
        private const int LevelGood = 1 << 7;
        private const int LevelLow = 2 << 7;
        private const int LevelCritical = 3 << 7;

        // What one session needs is about a third of the cell; under a tenth nothing works any more.
        private const int LowPercent = 30;
        private const int CriticalPercent = 10;

        /// <summary>Writes the three bytes.</summary>
        /// <param name="powered">External power is connected (docked in the charger).</param>
        /// <param name="charging">The cell is being charged.</param>
        /// <param name="active">The cell is being discharged by more than idling, as in a session.</param>
        /// <param name="socPercent">Shown charge, 0..100.</param>
        /// <param name="buffer">Receives the record.</param>
        public static int Write(bool powered, bool charging, bool active, int socPercent, byte[] buffer)
        {
            int state = BatteryPresent | LevelOf(socPercent);
            if (powered)
            {
                state |= WiredPower;
            }

            if (charging)
            {
                state |= Charging;
            }
            else
            {
                state |= active ? DischargingActive : DischargingInactive;
            }

            buffer[0] = 0;
            LittleEndian.WriteUInt16(buffer, 1, state);
            return Bytes;
        }

        private static int LevelOf(int socPercent)
        {
            if (socPercent < CriticalPercent)
            {
                return LevelCritical;
            }

            return socPercent < LowPercent ? LevelLow : LevelGood;
        }
    }
}
