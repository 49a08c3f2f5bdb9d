namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Current and voltage monitor INA226 (Texas Instruments SBOS547) with a shunt of 10 milliohm: 16-bit registers,
    /// big-endian. Both quantities are means over a conversion of 1.1 ms.
    /// </summary>
    public sealed class Ina226
    {
        /// <summary>One bit of the shunt register is 2.5 uV: 0.25 mA through 10 milliohm.</summary>
        public const float AmpsPerShuntBit = 0.00025f;

        /// <summary>One bit of the bus register is 1.25 mV.</summary>
        public const float VoltsPerBusBit = 0.00125f;

        private const byte ConfigurationRegister = 0x00;
        private const byte ShuntRegister = 0x01;
        private const byte BusRegister = 0x02;

        // No averaging, 1.1 ms for bus and for shunt, both continuously. It is the power-on value, too, so that a
        // chip that lost its supply for a moment measures on as before.
        private const byte ConfigurationHigh = 0x41;
        private const byte ConfigurationLow = 0x27;

        private readonly I2cRegisters registers;
        private readonly byte[] word = new byte[2];

        public Ina226(int address)
        {
            registers = new I2cRegisters(address);
        }

        /// <summary>Configures the chip.</summary>
        /// <returns>False where it did not answer.</returns>
        public bool Configure()
        {
            return registers.TryWrite(new byte[] { ConfigurationRegister, ConfigurationHigh, ConfigurationLow });
        }

        /// <summary>Reads the shunt register: signed, in <see cref="AmpsPerShuntBit"/>.</summary>
        public bool TryReadShunt(out int bits)
        {
            return TryReadSigned(ShuntRegister, out bits);
        }

        /// <summary>Reads the bus register: 0..32767, in <see cref="VoltsPerBusBit"/>.</summary>
        public bool TryReadBus(out int bits)
        {
            return TryReadSigned(BusRegister, out bits);
        }

        private bool TryReadSigned(byte register, out int bits)
        {
            bool answered = registers.TryRead(register, word);
            bits = answered ? (short)((word[0] << 8) | word[1]) : 0;
            return answered;
        }
    }
}
