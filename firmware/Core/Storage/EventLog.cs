namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>Bounded ring of the latest events, oldest overwritten first.</summary>
    public sealed class EventLog
    {
        /// <summary>Adds an entry with the next sequence number (0..0xFFFE, then 0 again).</summary>
        public void Add(EventKind kind, int code, int value, uint rtcSeconds)
        {
        }
    }
}
