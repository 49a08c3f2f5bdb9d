namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Battery Level Status of the standard Battery Service (Battery Service 1.1, 3.2): flags u8, power state u16,
    /// battery level u8 and additional status u8; an identifier is not present, for there is one battery.
    /// <c>06 A3 02 50 00</c>: battery present, external power connected, charging with constant current, level good, 80 %.
    /// </summary>
    public static class BatteryLevelStatusRecord
    {
        public const int Bytes = 5;

        private const int LevelAndAdditionalStatus = 0x06;

        private const int BatteryPresent = 1;
        private const int WiredPower = 1 << 1;
        private const int Charging = 1 << 5;
        private const int DischargingActive = 2 << 5;
        private const int DischargingInactive = 3 << 5;
        private const int LevelGood = 1 << 7;
        private const int LevelLow = 2 << 7;
        private const int LevelCritical = 3 << 7;
        private const int ConstantCurrent = 1 << 9;
        private const int ConstantVoltage = 2 << 9;
        private const int BatteryFault = 1 << 12;
        private const int ServiceRequired = 1;

        // The charger chip ends constant current a little below its 4.2 V.
        private const int ConstantVoltageFromMv = 4180;

        // What one session needs is about a third of the cell; under a tenth nothing works any more.
        private const int LowPercent = 30;
        private const int CriticalPercent = 10;

        /// <summary>Writes the five bytes.</summary>
        /// <param name="powered">External power is connected (docked in the charger).</param>
        /// <param name="charging">The cell is being charged.</param>
        /// <param name="active">The cell is being discharged by more than idling, as in a session.</param>
        /// <param name="socPercent">Shown charge, 0..100.</param>
        /// <param name="cellMv">Voltage of the cell.</param>
        /// <param name="chargeFault">Charging was stopped because something is wrong with it.</param>
        /// <param name="buffer">Receives the record.</param>
        public static int Write(bool powered, bool charging, bool active, int socPercent, int cellMv, bool chargeFault,
            byte[] buffer)
        {
            int state = BatteryPresent | LevelOf(socPercent);
            if (powered)
            {
                state |= WiredPower;
            }

            if (charging)
            {
                state |= Charging | (cellMv >= ConstantVoltageFromMv ? ConstantVoltage : ConstantCurrent);
            }
            else
            {
                state |= active ? DischargingActive : DischargingInactive;
            }

            buffer[0] = LevelAndAdditionalStatus;
            LittleEndian.WriteUInt16(buffer, 1, chargeFault ? state | BatteryFault : state);
            buffer[3] = (byte)LittleEndian.Limit(socPercent, 0, 100);
            buffer[4] = (byte)(chargeFault ? ServiceRequired : 0);
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
