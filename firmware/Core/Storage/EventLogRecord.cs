namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>A quarter of the event log as stored: 16 entries of ten bytes (<see cref="Protocol.EventLogEntryRecord"/>).</summary>
    public sealed class EventLogRecord : StoredRecord
    {
        private readonly EventLog log;
        private readonly int chunk;

        public EventLogRecord(byte kind, EventLog log, int chunk)
            : base(kind, 1, EventLog.ChunkBytes)
        {
            this.log = log;
            this.chunk = chunk;
        }

        public override bool IsDirty => log.IsChunkDirty(chunk);

        public override void MarkClean()
        {
            log.MarkChunkClean(chunk);
        }

        public override void WritePayload(byte[] buffer, int offset)
        {
            log.WriteChunk(chunk, buffer, offset);
        }

        public override void ReadPayload(byte[] buffer, int offset)
        {
            log.ReadChunk(chunk, buffer, offset);
        }
    }
}
