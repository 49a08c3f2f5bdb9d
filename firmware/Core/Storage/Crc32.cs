namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// CRC-32 of stored records (ISO 3309, the one of Ethernet and zip): polynomial 0x04C11DB7, reflected, start and
    /// final xor FFFFFFFF; "123456789" gives CBF43926.
    /// </summary>
    public static class Crc32
    {
        private static readonly uint[] Nibbles =
        {
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
        };

        /// <summary>Checksum of <paramref name="count"/> bytes from <paramref name="offset"/> on.</summary>
        public static uint Compute(byte[] data, int offset, int count)
        {
            uint crc = 0xFFFFFFFF;
            for (int index = offset; index < offset + count; index++)
            {
                crc ^= data[index];
                crc = (crc >> 4) ^ Nibbles[crc & 0x0F];
                crc = (crc >> 4) ^ Nibbles[crc & 0x0F];
            }

            return crc ^ 0xFFFFFFFF;
        }
    }
}
