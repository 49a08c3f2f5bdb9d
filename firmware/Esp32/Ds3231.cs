namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Real-time clock DS3231 (Maxim 19-5170): seconds, minutes, hours, day of week, date, month, year in BCD from
    /// register 0 on. Example: 56 34 12 05 01 01 26 is 2026-01-01 12:34:56.
    /// </summary>
    public sealed class Ds3231
    {
        private const byte TimeRegister = 0x00;
        private const int TimeBytes = 7;

        private readonly I2cRegisters registers = new I2cRegisters(Pins.RealTimeClockAddress);
        private readonly byte[] time = new byte[TimeBytes];

        /// <summary>Reads the time, seconds since 2010-01-01 00:00:00.</summary>
        /// <returns>False where the chip did not answer or holds no time from 2010 on (its cell was empty).</returns>
        public bool TryReadSeconds(out uint seconds)
        {
            seconds = 0;
            return registers.TryRead(TimeRegister, time) && CalendarTime.TryDecode(time, out seconds);
        }
    }
}
