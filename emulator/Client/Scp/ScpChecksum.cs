namespace IqosDevice.Client.Scp;

/// <summary>Checksums of SCP frames; both run over CTRL up to the last payload byte.</summary>
internal static class ScpChecksum
{
    /// <summary>Polynomial 0x07, initial value 0, not reflected; "123456789" gives F4.</summary>
    public static byte Crc8(ReadOnlySpan<byte> bytes)
    {
        byte crc = 0;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (byte)((crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1);
            }
        }

        return crc;
    }

    /// <summary>Polynomial 0x755B, initial value 0, not reflected; "123456789" gives 20FE.</summary>
    public static ushort Crc16(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (byte value in bytes)
        {
            crc ^= (ushort)(value << 8);
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (ushort)((crc & 0x8000) != 0 ? (crc << 1) ^ 0x755B : crc << 1);
            }
        }

        return crc;
    }
}
