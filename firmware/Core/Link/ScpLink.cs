using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Link
{
    /// <summary>Takes the client's messages out of the mailbox and sends the replies, one per request and in order.</summary>
    public sealed class ScpLink
    {
        // A tick stays short whatever a client sends; the rest waits for the next.
        private const int MessagesPerTick = 2;

        private readonly Mailbox mailbox;
        private readonly ScpServer server;
        private readonly EventStreamer events;
        private readonly IRadioPort radio;
        private readonly ILogPort diagnostics;
        private readonly byte[] request = new byte[ScpServer.MaxMessageBytes];
        private readonly byte[] reply = new byte[ScpServer.MaxMessageBytes];
        private readonly byte[] fragment = new byte[ScpServer.MaxMessageBytes];

        public ScpLink(Mailbox mailbox, ScpServer server, EventStreamer events, IRadioPort radio, ILogPort diagnostics)
        {
            this.mailbox = mailbox;
            this.server = server;
            this.events = events;
            this.radio = radio;
            this.diagnostics = diagnostics;
        }

        /// <summary>One step: at most two messages.</summary>
        public void Step(uint rtcSeconds)
        {
            int dropped = mailbox.TakeDropped();
            if (dropped > 0)
            {
                diagnostics.Write("Radio: " + dropped.ToString() + " messages dropped, too long or the mailbox full");
            }

            if (mailbox.TakeLinkChange())
            {
                server.Reset();
                events.Reset();
            }

            for (int i = 0; i < MessagesPerTick; i++)
            {
                MailKind kind = mailbox.Take(request, out int number);
                if (kind == MailKind.None)
                {
                    return;
                }

                if (kind == MailKind.EventLogRequest)
                {
                    events.Request(number);
                }
                else
                {
                    Send(server.Handle(request, number, rtcSeconds, reply));
                }
            }
        }

        private void Send(int replyBytes)
        {
            int attMtu = radio.AttMtu;
            int count = ScpFragmenter.Count(replyBytes, attMtu);
            for (int index = 0; index < count; index++)
            {
                int bytes = ScpFragmenter.Write(reply, replyBytes, attMtu, index, fragment);
                if (!radio.Notify(RadioValue.ScpControlPoint, fragment, bytes))
                {
                    diagnostics.Write("SCP reply lost: nobody is subscribed to the control point");
                    return;
                }
            }
        }
    }
}
