namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Calendar of the real-time clock: BCD registers to seconds since 2010-01-01.</summary>
    public static class CalendarTime
    {
        private const int EpochYear = 10;
        private const int DaysOfCommonYear = 365;
        private const uint SecondsOfDay = 86400;

        // Days of a common year before each month.
        private static readonly short[] DaysBeforeMonth = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

        /// <summary>Decodes seven registers of a DS3231 in 24-hour mode; years 2010 to 2099.</summary>
        /// <returns>False where a field is out of its range.</returns>
        public static bool TryDecode(byte[] registers, out uint secondsSince2010)
        {
            secondsSince2010 = 0;
            int second = FromBcd(registers[0]);
            int minute = FromBcd(registers[1]);
            int hour = FromBcd(registers[2]);
            int day = FromBcd(registers[4]);
            int month = FromBcd((byte)(registers[5] & 0x1F));
            int year = FromBcd(registers[6]);
            if (second < 0 || second > 59 || minute < 0 || minute > 59 || hour < 0 || hour > 23 ||
                day < 1 || day > 31 || month < 1 || month > 12 || year < EpochYear)
            {
                return false;
            }

            // Every fourth year from 2012 on is a leap year, up to 2096.
            int leapDays = ((year - 1) / 4) - ((EpochYear - 1) / 4);
            if (month > 2 && year % 4 == 0)
            {
                leapDays++;
            }

            int days = ((year - EpochYear) * DaysOfCommonYear) + leapDays + DaysBeforeMonth[month - 1] + day - 1;
            secondsSince2010 = ((uint)days * SecondsOfDay) + (uint)((((hour * 60) + minute) * 60) + second);
            return true;
        }

        /// <summary>0..99, or -1 where a digit is above 9.</summary>
        private static int FromBcd(byte value)
        {
            int tens = value >> 4;
            int ones = value & 0x0F;
            return tens > 9 || ones > 9 ? -1 : (tens * 10) + ones;
        }
    }
}
