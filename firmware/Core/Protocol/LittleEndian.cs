namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>Integers on the wire and in stored records: least significant byte first. The only place that shifts.</summary>
    public static class LittleEndian
    {
        /// <summary>Writes the low 16 bits of <paramref name="value"/>.</summary>
        public static void WriteUInt16(byte[] buffer, int offset, int value)
        {
            buffer[offset] = (byte)(value & 0xFF);
            buffer[offset + 1] = (byte)((value >> 8) & 0xFF);
        }

        /// <summary>Writes a signed 16-bit value; what does not fit becomes the nearest value that does.</summary>
        public static void WriteInt16(byte[] buffer, int offset, int value)
        {
            WriteUInt16(buffer, offset, Limit(value, short.MinValue, short.MaxValue));
        }

        public static void WriteUInt32(byte[] buffer, int offset, uint value)
        {
            buffer[offset] = (byte)(value & 0xFF);
            buffer[offset + 1] = (byte)((value >> 8) & 0xFF);
            buffer[offset + 2] = (byte)((value >> 16) & 0xFF);
            buffer[offset + 3] = (byte)((value >> 24) & 0xFF);
        }

        public static int ReadUInt16(byte[] buffer, int offset)
        {
            return buffer[offset] | (buffer[offset + 1] << 8);
        }

        public static int ReadInt16(byte[] buffer, int offset)
        {
            int value = ReadUInt16(buffer, offset);
            return value > short.MaxValue ? value - 0x10000 : value;
        }

        public static uint ReadUInt32(byte[] buffer, int offset)
        {
            return buffer[offset] | ((uint)buffer[offset + 1] << 8) | ((uint)buffer[offset + 2] << 16)
                | ((uint)buffer[offset + 3] << 24);
        }

        /// <summary>The value, or the nearer end of the range: what a field cannot carry must not wrap into nonsense.</summary>
        public static int Limit(int value, int lowest, int highest)
        {
            if (value < lowest)
            {
                return lowest;
            }

            return value > highest ? highest : value;
        }
    }
}
