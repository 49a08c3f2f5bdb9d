using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// The gauge's state as bytes for a stored record, little-endian: remaining charge u32, full charge u32, discharged
    /// charge u32, all in milliampere-seconds, then the cell's history. The record around it carries version and checksum.
    /// </summary>
    public static class GaugeState
    {
        /// <summary>Length of the state.</summary>
        public const int SizeBytes = HistoryOffset + CellHistory.SizeBytes;

        private const int HistoryOffset = 12;
        private const long UasPerMas = 1000;
        private const long MostMas = 0xFFFFFFFF;

        /// <summary>Writes the state of a counter, and what is known of its cell.</summary>
        public static void Write(byte[] buffer, int offset, CoulombCounter counter, CellHistory history)
        {
            WriteMas(buffer, offset, counter.RemainingUas);
            WriteMas(buffer, offset + 4, counter.FullUas);
            WriteMas(buffer, offset + 8, counter.DischargedUas);
            history.Write(buffer, offset + HistoryOffset);
        }

        /// <summary>Reads a state into a counter and a history.</summary>
        /// <returns>False, and both as those of a new cell, where a value is outside of what a cell can have.</returns>
        public static bool Read(byte[] buffer, int offset, CoulombCounter counter, CellHistory history)
        {
            if (offset < 0 || buffer.Length - offset < SizeBytes)
            {
                return false;
            }

            long remainingUas = ReadMas(buffer, offset);
            long fullUas = ReadMas(buffer, offset + 4);
            bool plausible = fullUas >= counter.DesignUas / 2 && fullUas <= counter.DesignUas / 4 * 5 && remainingUas <= fullUas
                && history.Read(buffer, offset + HistoryOffset);
            if (plausible)
            {
                counter.Restore(remainingUas, fullUas, ReadMas(buffer, offset + 8));
            }

            return plausible;
        }

        private static void WriteMas(byte[] buffer, int offset, long uas)
        {
            long mas = uas / UasPerMas;
            LittleEndian.WriteUInt32(buffer, offset, (uint)(mas > MostMas ? MostMas : mas));
        }

        private static long ReadMas(byte[] buffer, int offset)
        {
            return LittleEndian.ReadUInt32(buffer, offset) * UasPerMas;
        }
    }
}
