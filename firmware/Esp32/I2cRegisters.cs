using System;
using System.Device.I2c;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Register access to one chip: the register's number goes out, then its content in either direction. A chip
    /// that does not answer is a result, not an exception; the buffers live as long as the driver.
    /// </summary>
    public sealed class I2cRegisters
    {
        private readonly I2cDevice device;
        private readonly byte[] request = new byte[1];

        public I2cRegisters(int address)
        {
            device = I2cDevice.Create(new I2cConnectionSettings(Pins.I2cBus, address, I2cBusSpeed.FastMode));
        }

        /// <summary>Fills <paramref name="buffer"/> from a register on.</summary>
        /// <returns>False where the chip did not answer; the buffer's content is then undefined.</returns>
        public bool TryRead(byte register, byte[] buffer)
        {
            request[0] = register;
            I2cTransferResult result = device.WriteRead(new SpanByte(request), new SpanByte(buffer));
            return result.Status == I2cTransferStatus.FullTransfer;
        }

        /// <summary>Writes a buffer whose first byte is the register's number.</summary>
        /// <returns>False where the chip did not answer.</returns>
        public bool TryWrite(byte[] registerAndContent)
        {
            return device.Write(new SpanByte(registerAndContent)).Status == I2cTransferStatus.FullTransfer;
        }
    }
}
