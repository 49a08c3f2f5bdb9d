namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Accelerometer LIS3DH (ST DocID17530), used for what it recognises by itself: a double click, and lying on a
    /// side. Both are latched until they are read, so polling a few times a second misses nothing.
    /// </summary>
    public sealed class Lis3dh
    {
        private const byte WhoAmIRegister = 0x0F;
        private const byte WhoAmI = 0x33;
        private const byte ClickSourceRegister = 0x39;
        private const byte TiltSourceRegister = 0x31;

        // CLICK_SRC: interrupt active, double click. INT1_SRC: interrupt active.
        private const byte DoubleClick = 0x60;
        private const byte InterruptActive = 0x40;

        private readonly I2cRegisters registers = new I2cRegisters(Pins.AccelerometerAddress);
        private readonly byte[] value = new byte[1];
        private bool configured;
        private bool onSide;

        /// <summary>Configures the chip if it is there and has not been yet.</summary>
        public bool Configure()
        {
            if (!configured && registers.TryRead(WhoAmIRegister, value) && value[0] == WhoAmI)
            {
                configured =
                    Write(0x20, 0x57) && // CTRL_REG1: 100 Hz, all axes
                    Write(0x21, 0x04) && // CTRL_REG2: high-pass filter for the click
                    Write(0x23, 0x08) && // CTRL_REG4: 2 g, high resolution
                    Write(0x24, 0x08) && // CTRL_REG5: latch interrupt 1
                    Write(0x30, 0x0A) && // INT1_CFG: x or y beyond the threshold
                    Write(0x32, 0x20) && // INT1_THS: 0.5 g
                    Write(0x33, 0x0A) && // INT1_DURATION: 100 ms
                    Write(0x38, 0x2A) && // CLICK_CFG: double click on any axis
                    Write(0x3A, 0xA8) && // CLICK_THS: latched, 0.6 g
                    Write(0x3B, 0x0A) && // TIME_LIMIT: 100 ms
                    Write(0x3C, 0x14) && // TIME_LATENCY: 200 ms
                    Write(0x3D, 0x32);   // TIME_WINDOW: 500 ms
            }

            return configured;
        }

        /// <summary>A double click since the last read.</summary>
        public bool ReadDoubleClick()
        {
            return configured && registers.TryRead(ClickSourceRegister, value) && (value[0] & DoubleClick) == DoubleClick;
        }

        /// <summary>The holder has been tilted onto a side since the last read; lying on it longer is no new tilt.</summary>
        public bool ReadTilt()
        {
            if (!Configure() || !registers.TryRead(TiltSourceRegister, value))
            {
                return false;
            }

            bool wasOnSide = onSide;
            onSide = (value[0] & InterruptActive) != 0;
            return onSide && !wasOnSide;
        }

        private bool Write(byte register, byte content)
        {
            return registers.TryWrite(new byte[] { register, content });
        }
    }
}
