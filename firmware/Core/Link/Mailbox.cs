using System;

namespace IqosDevice.Firmware.Core.Link
{
    /// <summary>
    /// The bounded ring between the radio's thread and the loop: the only object of Core that two threads touch.
    /// The radio's thread copies in and returns; the loop takes out. A change of the link empties it, for what
    /// the last client wrote does not concern the next.
    /// </summary>
    public sealed class Mailbox
    {
        /// <summary>Messages that fit.</summary>
        public const int CapacityCount = 8;

        private readonly MailKind[] kinds = new MailKind[CapacityCount];
        private readonly byte[] contents;
        private readonly int[] numbers = new int[CapacityCount];
        private readonly int contentBytes;
        private int first;
        private int count;
        private int dropped;
        private bool linkChanged;

        /// <param name="contentBytes">Longest content of a message; longer ones are dropped.</param>
        public Mailbox(int contentBytes)
        {
            this.contentBytes = contentBytes;
            contents = new byte[CapacityCount * contentBytes];
        }

        /// <summary>Puts a write in; copies it.</summary>
        /// <returns>False where it is too long or the mailbox full: the message is dropped and counted.</returns>
        public bool PostWrite(byte[] value, int length)
        {
            lock (contents)
            {
                if (length < 0 || length > contentBytes || length > value.Length || count == CapacityCount)
                {
                    dropped++;
                    return false;
                }

                int index = Put(MailKind.ScpWrite, length);
                Array.Copy(value, 0, contents, index * contentBytes, length);

                return true;
            }
        }

        /// <summary>Puts a request for the event log in.</summary>
        /// <returns>False where the mailbox is full: the request is dropped and counted.</returns>
        public bool PostEventLogRequest(int firstSequence)
        {
            lock (contents)
            {
                if (count == CapacityCount)
                {
                    dropped++;
                    return false;
                }

                Put(MailKind.EventLogRequest, firstSequence);
                return true;
            }
        }

        /// <summary>A client came or went: what is in the mailbox is void.</summary>
        public void PostLinkChange()
        {
            lock (contents)
            {
                count = 0;
                linkChanged = true;
            }
        }

        /// <summary>The link changed since the last call.</summary>
        public bool TakeLinkChange()
        {
            lock (contents)
            {
                bool changed = linkChanged;
                linkChanged = false;
                return changed;
            }
        }

        /// <summary>Messages dropped since the last call.</summary>
        public int TakeDropped()
        {
            lock (contents)
            {
                int amount = dropped;
                dropped = 0;
                return amount;
            }
        }

        /// <summary>Takes the oldest message out.</summary>
        /// <param name="content">Receives the content of a write; as long as the mailbox's contents at least.</param>
        /// <param name="number">Length of the write, or the sequence number asked for.</param>
        /// <returns>What it is; <see cref="MailKind.None"/> where the mailbox is empty.</returns>
        public MailKind Take(byte[] content, out int number)
        {
            lock (contents)
            {
                number = 0;
                if (count == 0)
                {
                    return MailKind.None;
                }

                int index = first;
                first = (first + 1) % CapacityCount;
                count--;
                number = numbers[index];
                if (kinds[index] == MailKind.ScpWrite)
                {
                    Array.Copy(contents, index * contentBytes, content, 0, number);
                }

                return kinds[index];
            }
        }

        private int Put(MailKind kind, int number)
        {
            int index = (first + count) % CapacityCount;
            kinds[index] = kind;
            numbers[index] = number;
            count++;
            return index;
        }
    }
}
