using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// The gauge's state as bytes for a stored record, little-endian: remaining charge i64, full charge i64, discharged
    /// charge i64, all in microampere-seconds. The record around it carries version and checksum.
    /// </summary>
    public static class GaugeState
    {
        /// <summary>Length of the state.</summary>
        public const int SizeBytes = 24;

        /// <summary>Writes the state of a counter.</summary>
        public static void Write(byte[] buffer, int offset, CoulombCounter counter)
        {
            WriteInt64(buffer, offset, counter.RemainingUas);
            WriteInt64(buffer, offset + 8, counter.FullUas);
            WriteInt64(buffer, offset + 16, counter.DischargedUas);
        }

        /// <summary>Reads a state into a counter.</summary>
        /// <returns>False, and the counter untouched, where a value is outside of what a cell can have.</returns>
        public static bool Read(byte[] buffer, int offset, CoulombCounter counter)
        {
            if (offset < 0 || buffer.Length - offset < SizeBytes)
            {
                return false;
            }

            long remainingUas = ReadInt64(buffer, offset);
            long fullUas = ReadInt64(buffer, offset + 8);
            long dischargedUas = ReadInt64(buffer, offset + 16);
            bool plausible = fullUas >= counter.DesignUas / 2 && fullUas <= counter.DesignUas / 4 * 5 && remainingUas >= 0 && remainingUas <= fullUas
                && dischargedUas >= 0;
            if (plausible)
            {
                counter.Restore(remainingUas, fullUas, dischargedUas);
            }

            return plausible;
        }

        private static void WriteInt64(byte[] buffer, int offset, long value)
        {
            LittleEndian.WriteUInt32(buffer, offset, (uint)(value & 0xFFFFFFFF));
            LittleEndian.WriteUInt32(buffer, offset + 4, (uint)((value >> 32) & 0xFFFFFFFF));
        }

        private static long ReadInt64(byte[] buffer, int offset)
        {
            long high = LittleEndian.ReadUInt32(buffer, offset + 4);
            return (high << 32) | LittleEndian.ReadUInt32(buffer, offset);
        }
    }
}
