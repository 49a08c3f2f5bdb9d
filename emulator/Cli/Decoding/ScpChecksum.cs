namespace IqosDevice.Cli.Decoding;

/// <summary>Checksums of SCP frames: both start at 0, most significant bit first, without final inversion.</summary>
internal static class ScpChecksum
{
    /// <summary>CRC-8, polynomial 0x07; "123456789" gives F4.</summary>
    public static byte Crc8(ReadOnlySpan<byte> bytes)
    {
        int crc = 0;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = ((crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1) & 0xFF;
            }
        }

        return (byte)crc;
    }

    /// <summary>CRC-16, polynomial 0x755B; "123456789" gives 20FE.</summary>
    public static ushort Crc16(ReadOnlySpan<byte> bytes)
    {
        int crc = 0;
        foreach (byte value in bytes)
        {
            crc ^= value << 8;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = ((crc & 0x8000) != 0 ? (crc << 1) ^ 0x755B : crc << 1) & 0xFFFF;
            }
        }

        return (ushort)crc;
    }
}
