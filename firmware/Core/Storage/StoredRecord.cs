namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// One thing that survives power-off. A kind knows its content; when and where it is written is the
    /// <see cref="RecordStore"/>'s business.
    /// </summary>
    public abstract class StoredRecord
    {
        protected StoredRecord(byte kind, byte version, int payloadBytes)
        {
            Kind = kind;
            Version = version;
            PayloadBytes = payloadBytes;
        }

        /// <summary>Number of the record, 0 to <see cref="RecordStore.RecordCount"/> - 1; its slots are 2 x kind and 2 x kind + 1.</summary>
        public byte Kind { get; }

        /// <summary>Version of the layout; a stored record of another version is not read.</summary>
        public byte Version { get; }

        /// <summary>Bytes of the content, at most <see cref="RecordStore.MaxPayloadBytes"/>.</summary>
        public int PayloadBytes { get; }

        /// <summary>The content differs from what is stored.</summary>
        public abstract bool IsDirty { get; }

        /// <summary>Number of the last good write; the next one gets the number after it.</summary>
        internal uint Sequence { get; set; }

        /// <summary>Calls to let pass before the next try, after a write that failed.</summary>
        internal int HoldOffCount { get; set; }

        /// <summary>Writes that failed in a row.</summary>
        internal int FailureCount { get; set; }

        /// <summary>The content has been stored.</summary>
        public abstract void MarkClean();

        /// <summary>Writes the content, exactly <see cref="PayloadBytes"/> bytes.</summary>
        public abstract void WritePayload(byte[] buffer, int offset);

        /// <summary>Takes stored content; a value outside its range becomes the default.</summary>
        public abstract void ReadPayload(byte[] buffer, int offset);
    }
}
