namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Thermistor of 10 kiloohm at 25 degrees Celsius, B 3435 K, to ground, with 27 kiloohm to 3.3 V. The curve is a
    /// table: the device's logarithm is of single precision and slow.
    /// </summary>
    public static class NtcThermistor
    {
        private const int FirstMilliCelsius = -40000;
        private const int StepMilliCelsius = 5000;

        // Voltage of the divider from -40 to 125 degrees in steps of 5, tenths of a millivolt:
        // 33000 R / (R + 27000), R = 10000 exp(3435 (1 / T - 1 / 298.15)).
        private static readonly short[] DeciMv =
        {
            29763, 28741, 27515, 26088, 24476, 22712, 20843, 18922, 17005,
            15143, 13379, 11743, 10254, 8919, 7737, 6702, 5801, 5022,
            4352, 3775, 3281, 2857, 2494, 2182, 1914, 1683, 1485,
            1313, 1164, 1035, 922, 824, 738, 663,
        };

        /// <summary>Temperature from the divider's voltage, held at the ends of the table. The interpolation errs by 0.13 degrees at most.</summary>
        public static int ToMilliCelsius(int deciMv)
        {
            int last = DeciMv.Length - 1;
            if (deciMv >= DeciMv[0])
            {
                return FirstMilliCelsius;
            }

            if (deciMv <= DeciMv[last])
            {
                return FirstMilliCelsius + (last * StepMilliCelsius);
            }

            // The voltage falls with the temperature.
            int low = 0;
            int high = last;
            while (high - low > 1)
            {
                int middle = (low + high) / 2;
                if (deciMv < DeciMv[middle])
                {
                    low = middle;
                }
                else
                {
                    high = middle;
                }
            }

            int part = (DeciMv[low] - deciMv) * StepMilliCelsius / (DeciMv[low] - DeciMv[high]);
            return FirstMilliCelsius + (low * StepMilliCelsius) + part;
        }
    }
}
