namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Checksum of long SCP frames (protocol.md, section 3): polynomial 0x755B, start 0, not reflected, no final
    /// xor, sent least significant byte first; "123456789" gives 20FE.
    /// </summary>
    public static class Crc16Scp
    {
        private static readonly ushort[] Nibbles =
        {
            0x0000, 0x755B, 0xEAB6, 0x9FED, 0xA037, 0xD56C, 0x4A81, 0x3FDA,
            0x3535, 0x406E, 0xDF83, 0xAAD8, 0x9502, 0xE059, 0x7FB4, 0x0AEF,
        };

        /// <summary>Checksum of <paramref name="count"/> bytes from <paramref name="offset"/> on.</summary>
        public static ushort Compute(byte[] data, int offset, int count)
        {
            int crc = 0;
            for (int index = offset; index < offset + count; index++)
            {
                crc ^= data[index] << 8;
                crc = ((crc << 4) & 0xFFFF) ^ Nibbles[crc >> 12];
                crc = ((crc << 4) & 0xFFFF) ^ Nibbles[crc >> 12];
            }

            return (ushort)crc;
        }
    }
}
