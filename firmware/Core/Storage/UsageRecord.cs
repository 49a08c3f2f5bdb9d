using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// Usage counters as stored: total uses u32 · days used u32 · last day u32 · discharged mAh u32 · latched fault
    /// row u8. Every value is possible; a latched row is kept even where no check has that number, for a fault that
    /// is forgotten is worse than one that nobody can explain.
    /// </summary>
    public sealed class UsageRecord : StoredRecord
    {
        private readonly UsageCounters usage;

        public UsageRecord(byte kind, UsageCounters usage)
            : base(kind, 1, 17)
        {
            this.usage = usage;
        }

        public override bool IsDirty => usage.Dirty;

        public override void MarkClean()
        {
            usage.Dirty = false;
        }

        public override void WritePayload(byte[] buffer, int offset)
        {
            LittleEndian.WriteUInt32(buffer, offset, usage.TotalUses);
            LittleEndian.WriteUInt32(buffer, offset + 4, usage.DaysUsed);
            LittleEndian.WriteUInt32(buffer, offset + 8, usage.LastUseDay);
            LittleEndian.WriteUInt32(buffer, offset + 12, usage.DischargedMah);
            buffer[offset + 16] = (byte)LittleEndian.Limit(usage.LatchedFaultRow, 0, byte.MaxValue);
        }

        public override void ReadPayload(byte[] buffer, int offset)
        {
            usage.TotalUses = LittleEndian.ReadUInt32(buffer, offset);
            usage.DaysUsed = LittleEndian.ReadUInt32(buffer, offset + 4);
            usage.LastUseDay = LittleEndian.ReadUInt32(buffer, offset + 8);
            usage.DischargedMah = LittleEndian.ReadUInt32(buffer, offset + 12);
            usage.LatchedFaultRow = buffer[offset + 16];
        }
    }
}
