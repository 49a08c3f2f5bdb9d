using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// Keeps records through power loss at any moment. Each record has two slots; a write goes to the one that does
    /// not hold the newest copy, so that a write that is cut costs itself and nothing else. At start-up the newest
    /// whole copy counts; without one, defaults do. Numbers wrap: newer is what lies ahead by less than half.
    /// </summary>
    public sealed class RecordStore
    {
        /// <summary>Records: settings, usage, gauge, the event log in four chunks, and the unit's calibration.</summary>
        public const int RecordCount = 4 + EventLog.ChunkCount;

        /// <summary>Slots in use, from 0 on.</summary>
        public const int SlotCount = RecordCount * 2;

        /// <summary>Longest content of a record, bytes.</summary>
        public const int MaxPayloadBytes = EventLog.ChunkBytes;

        private const byte SettingsKind = 0;
        private const byte UsageKind = 1;
        private const byte GaugeKind = 2;
        private const byte FirstLogKind = 3;
        private const byte CalibrationKind = FirstLogKind + EventLog.ChunkCount;

        // At 50 calls a second a medium that refuses is tried again after 0.3 s, 0.6 s … 82 s.
        private const int FirstHoldOffCount = 16;
        private const int MaxHoldOffDoublings = 8;

        private readonly ISlotStorage storage;
        private readonly EventLog log;
        private readonly ILogPort diagnostics;
        private readonly StoredRecord[] records;
        private readonly byte[] buffer = new byte[RecordImage.HeaderBytes + MaxPayloadBytes + RecordImage.ChecksumBytes];
        private int lastWritten;

        public RecordStore(ISlotStorage storage, Settings settings, UsageCounters usage, EventLog log, ILogPort diagnostics)
        {
            this.storage = storage;
            this.log = log;
            this.diagnostics = diagnostics;
            Gauge = new GaugeRecord(GaugeKind);
            records = new StoredRecord[RecordCount];
            records[SettingsKind] = new SettingsRecord(SettingsKind, settings);
            records[UsageKind] = new UsageRecord(UsageKind, usage);
            records[GaugeKind] = Gauge;
            records[CalibrationKind] = new CalibrationRecord(CalibrationKind, settings.Unit);
            for (int chunk = 0; chunk < EventLog.ChunkCount; chunk++)
            {
                byte kind = (byte)(FirstLogKind + chunk);
                records[kind] = new EventLogRecord(kind, log, chunk);
            }
        }

        /// <summary>The gauge's own bytes: loaded by <see cref="Load"/>, stored when it says so.</summary>
        public GaugeRecord Gauge { get; }

        /// <summary>Something waits to be written.</summary>
        public bool HasDirty
        {
            get
            {
                for (int index = 0; index < RecordCount; index++)
                {
                    if (records[index].IsDirty)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        /// <summary>
        /// Loads every record; called once, at start-up. A record that was there and cannot be read keeps its
        /// defaults and is logged as <see cref="EventKind.RecordLost"/>; one that was never written is not lost.
        /// </summary>
        /// <param name="rtcSeconds">Real-time clock, seconds since 2010-01-01.</param>
        /// <returns>Records lost.</returns>
        public int Load(uint rtcSeconds)
        {
            int lostKinds = 0;
            int lostCount = 0;
            for (int index = 0; index < RecordCount; index++)
            {
                if (!LoadRecord(records[index]))
                {
                    lostKinds |= 1 << index;
                    lostCount++;
                }
            }

            log.FinishLoading();
            for (int index = 0; index < RecordCount; index++)
            {
                if ((lostKinds & (1 << index)) != 0)
                {
                    log.Add(EventKind.RecordLost, index, 0, rtcSeconds);
                }
            }

            return lostCount;
        }

        /// <summary>
        /// Writes one record that waits, if any, in turn. To be called with the heater off only: an erase of the flash
        /// can stop the processor for longer than the heater may go unwatched.
        /// </summary>
        /// <returns>True where a record was written.</returns>
        public bool WriteOneDirty()
        {
            for (int step = 1; step <= RecordCount; step++)
            {
                int index = (lastWritten + step) % RecordCount;
                StoredRecord record = records[index];
                if (!record.IsDirty)
                {
                    continue;
                }

                if (record.HoldOffCount > 0)
                {
                    record.HoldOffCount--;
                    continue;
                }

                lastWritten = index;
                return WriteRecord(record);
            }

            return false;
        }

        /// <summary>Writes everything that waits, each record at most once, also those held off.</summary>
        /// <returns>False where something could not be written.</returns>
        public bool Flush()
        {
            for (int index = 0; index < RecordCount; index++)
            {
                if (records[index].IsDirty)
                {
                    WriteRecord(records[index]);
                }
            }

            return !HasDirty;
        }

        private bool LoadRecord(StoredRecord record)
        {
            int firstSlot = record.Kind * 2;
            SlotContent first = Read(record, firstSlot);
            uint firstSequence = first == SlotContent.Valid ? RecordImage.SequenceOf(buffer) : 0;
            SlotContent second = Read(record, firstSlot + 1);
            uint secondSequence = second == SlotContent.Valid ? RecordImage.SequenceOf(buffer) : 0;
            bool takeSecond = second == SlotContent.Valid
                && (first != SlotContent.Valid || (int)(secondSequence - firstSequence) > 0);
            if (!takeSecond && first != SlotContent.Valid)
            {
                bool isLost = first == SlotContent.Damaged || second == SlotContent.Damaged;
                if (isLost)
                {
                    diagnostics.Write("Storage: no whole copy of record " + record.Kind.ToString() + ", defaults taken");
                }

                return !isLost;
            }

            if (first == SlotContent.Damaged || second == SlotContent.Damaged)
            {
                diagnostics.Write("Storage: one copy of record " + record.Kind.ToString() + " is damaged, the other taken");
            }

            // The buffer holds the second slot; the first is read again, and judged again, for media do fail.
            if (!takeSecond && Read(record, firstSlot) != SlotContent.Valid)
            {
                return false;
            }

            record.Sequence = RecordImage.SequenceOf(buffer);
            record.ReadPayload(buffer, RecordImage.HeaderBytes);
            return true;
        }

        private SlotContent Read(StoredRecord record, int slot)
        {
            int length = storage.Read(slot, buffer);
            return RecordImage.Inspect(record, slot, buffer, length);
        }

        private bool WriteRecord(StoredRecord record)
        {
            uint sequence = record.Sequence + 1;
            int length = RecordImage.Write(record, sequence, buffer);
            int slot = (record.Kind * 2) + (int)(sequence & 1);
            if (storage.Write(slot, buffer, length))
            {
                record.Sequence = sequence;
                record.FailureCount = 0;
                record.HoldOffCount = 0;
                record.MarkClean();
                return true;
            }

            if (record.FailureCount == 0)
            {
                diagnostics.Write("Storage: record " + record.Kind.ToString() + " could not be written, will be tried again");
            }

            record.HoldOffCount = FirstHoldOffCount << record.FailureCount;
            if (record.FailureCount < MaxHoldOffDoublings)
            {
                record.FailureCount++;
            }

            return false;
        }
    }
}
