namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Joins the writes of a client to messages. A long message travels as pieces of ADDR … CRC, each behind a SEQ
    /// of its own that counts the pieces still to come; the message of 29 bytes <c>00 C9 4F 04 … 06</c> arrives as
    /// <c>01</c> + its bytes 1 to 19 and <c>00</c> + its bytes 20 to 28 (protocol.md, section 3). A write with SEQ 0
    /// outside of a message is a message. Nothing here grows: what is out of order or too long is forgotten.
    /// </summary>
    public sealed class ScpReassembler
    {
        private readonly byte[] message = new byte[ScpServer.MaxMessageBytes];
        private int messageBytes;
        private int fragmentsToCome;

        /// <summary>The joined message, SEQ 0 first; valid after <see cref="Accept"/> returned its length.</summary>
        public byte[] Message => message;

        /// <summary>Why the last write, or what came before it, was dropped; null where nothing was.</summary>
        public string DropReason { get; private set; }

        /// <summary>Takes one write.</summary>
        /// <returns>Length of the message that it completed, 0 where none is complete.</returns>
        public int Accept(byte[] value, int length)
        {
            DropReason = null;
            if (length < 2)
            {
                Drop("write of " + length.ToString() + " bytes");
                return 0;
            }

            int sequence = value[ScpFrame.SequenceOffset];
            if (fragmentsToCome > 0 && sequence != fragmentsToCome - 1)
            {
                // The rest of the old message will not come any more; this write may well be a request of its own.
                Drop("fragment " + sequence.ToString() + ", expected " + (fragmentsToCome - 1).ToString());
            }

            if (fragmentsToCome == 0)
            {
                messageBytes = 1;
            }

            int pieceBytes = length - 1;
            if (messageBytes + pieceBytes + sequence > message.Length)
            {
                // Each fragment still to come carries a byte at least.
                Drop("message of more than " + message.Length.ToString() + " bytes");
                return 0;
            }

            for (int index = 0; index < pieceBytes; index++)
            {
                message[messageBytes + index] = value[1 + index];
            }

            messageBytes += pieceBytes;
            fragmentsToCome = sequence;
            return sequence == 0 ? messageBytes : 0;
        }

        /// <summary>Forgets a half-received message.</summary>
        public void Reset()
        {
            fragmentsToCome = 0;
            messageBytes = 0;
            message[ScpFrame.SequenceOffset] = 0;
        }

        private void Drop(string reason)
        {
            DropReason = reason;
            Reset();
        }
    }
}
