using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// One entry of the event log as notified and as stored (protocol.md, section 3, stand-in service): sequence u16 ·
    /// seconds since 2010 u32 · kind u8 · row or code u8 · value i16. <c>05 00 00 7E 18 1E 07 00 01 00</c>: entry 5,
    /// 2026-01-01 00:00, locked.
    /// </summary>
    public static class EventLogEntryRecord
    {
        public const int Bytes = 10;

        /// <summary>Sequence that says: there are no more entries.</summary>
        public const int EndSequence = 0xFFFF;

        /// <summary>Writes the entry of that sequence number.</summary>
        /// <returns>10, or 0 where the log does not hold it.</returns>
        public static int Write(EventLog log, int sequence, byte[] buffer)
        {
            int index = log.IndexOf(sequence);
            if (index < 0)
            {
                return 0;
            }

            log.WriteEntry(index, buffer, 0);
            return Bytes;
        }

        /// <summary>Writes the entry that ends a listing: sequence FFFF, the rest zero.</summary>
        public static int WriteEnd(byte[] buffer)
        {
            for (int index = 0; index < Bytes; index++)
            {
                buffer[index] = 0;
            }

            LittleEndian.WriteUInt16(buffer, 0, EndSequence);
            return Bytes;
        }
    }
}
