using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>What a slot turned out to hold.</summary>
    public enum SlotContent
    {
        /// <summary>Nothing: never written, or cut before the first byte.</summary>
        Empty,

        Valid,

        /// <summary>Something, but no whole record of this kind and version.</summary>
        Damaged,
    }

    /// <summary>
    /// A record in a slot: magic u16 <c>49 51</c> · kind u8 · version u8 · payload length u16 · sequence u32 ·
    /// payload · CRC-32 u32 over all before it. Bytes behind it (the tail of a longer record that was here before)
    /// do not matter.
    /// </summary>
    public static class RecordImage
    {
        public const int HeaderBytes = 10;
        public const int ChecksumBytes = 4;

        private const int Magic = 0x5149;
        private const int SequenceOffset = 6;

        /// <summary>Writes the whole image of a record.</summary>
        /// <returns>Its length in bytes.</returns>
        public static int Write(StoredRecord record, uint sequence, byte[] buffer)
        {
            LittleEndian.WriteUInt16(buffer, 0, Magic);
            buffer[2] = record.Kind;
            buffer[3] = record.Version;
            LittleEndian.WriteUInt16(buffer, 4, record.PayloadBytes);
            LittleEndian.WriteUInt32(buffer, SequenceOffset, sequence);
            record.WritePayload(buffer, HeaderBytes);
            int end = HeaderBytes + record.PayloadBytes;
            LittleEndian.WriteUInt32(buffer, end, Crc32.Compute(buffer, 0, end));
            return end + ChecksumBytes;
        }

        /// <summary>Judges what was read from a slot.</summary>
        public static SlotContent Inspect(StoredRecord record, int slot, byte[] buffer, int length)
        {
            if (length <= 0)
            {
                return SlotContent.Empty;
            }

            int end = HeaderBytes + record.PayloadBytes;
            bool isWhole = length >= end + ChecksumBytes
                && LittleEndian.ReadUInt16(buffer, 0) == Magic
                && buffer[2] == record.Kind
                && buffer[3] == record.Version
                && LittleEndian.ReadUInt16(buffer, 4) == record.PayloadBytes
                && (SequenceOf(buffer) & 1) == (slot & 1)
                && LittleEndian.ReadUInt32(buffer, end) == Crc32.Compute(buffer, 0, end);
            return isWhole ? SlotContent.Valid : SlotContent.Damaged;
        }

        /// <summary>Sequence number of a valid image.</summary>
        public static uint SequenceOf(byte[] buffer)
        {
            return LittleEndian.ReadUInt32(buffer, SequenceOffset);
        }
    }
}
