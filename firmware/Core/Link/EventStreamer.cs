using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Link
{
    /// <summary>
    /// Sends the event log to its subscriber (protocol.md, stand-in service): the entries asked for one by one and an
    /// end mark, and every new entry as it happens. At most one notification a step.
    /// </summary>
    public sealed class EventStreamer
    {
        private const int NoCursor = -1;

        private readonly EventLog log;
        private readonly IRadioPort radio;
        private readonly byte[] entry = new byte[EventLogEntryRecord.Bytes];
        private int cursor = NoCursor;
        private bool listing;

        public EventStreamer(EventLog log, IRadioPort radio)
        {
            this.log = log;
            this.radio = radio;
        }

        /// <summary>The link changed.</summary>
        public void Reset()
        {
            cursor = NoCursor;
            listing = false;
        }

        /// <summary>The client wants the entries from a sequence number on; a running listing starts anew.</summary>
        public void Request(int firstSequence)
        {
            cursor = log.FirstFrom(firstSequence);
            listing = true;
        }

        /// <summary>One step.</summary>
        public void Step()
        {
            if (!radio.IsSubscribed(RadioValue.EventLog))
            {
                Reset();
                return;
            }

            if (cursor == NoCursor)
            {
                cursor = log.NextSequence;
            }

            if (cursor != log.NextSequence)
            {
                SendEntry();
            }
            else if (listing && Notify(EventLogEntryRecord.WriteEnd(entry)))
            {
                listing = false;
            }
        }

        private void SendEntry()
        {
            int bytes = EventLogEntryRecord.Write(log, cursor, entry);
            if (bytes == 0)
            {
                // The ring went round while the client was slow.
                cursor = log.FirstFrom(cursor);
                return;
            }

            if (Notify(bytes))
            {
                cursor = EventLog.Following(cursor);
            }
        }

        private bool Notify(int bytes)
        {
            return radio.Notify(RadioValue.EventLog, entry, bytes);
        }
    }
}
