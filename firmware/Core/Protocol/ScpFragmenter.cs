namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Splits a reply that one notification cannot carry, the way clients split their requests: each piece of
    /// ADDR … CRC goes behind a SEQ that counts the pieces still to come (protocol.md, section 3). At an ATT MTU of
    /// 23 a reply of 29 bytes goes as <c>01</c> + 19 bytes and <c>00</c> + 9 bytes.
    /// </summary>
    public static class ScpFragmenter
    {
        /// <summary>ATT MTU that every bearer has; also taken where the radio does not know its own yet.</summary>
        public const int DefaultAttMtuBytes = 23;

        private const int NotificationHeaderBytes = 3;

        /// <summary>Notifications that a message needs at this ATT MTU; 1 where it fits whole.</summary>
        public static int Count(int messageBytes, int attMtuBytes)
        {
            if (messageBytes < 2)
            {
                return 0;
            }

            int pieceBytes = PieceBytes(attMtuBytes);
            return (messageBytes - 1 + pieceBytes - 1) / pieceBytes;
        }

        /// <summary>Writes fragment <paramref name="index"/> (0 first) of a message into <paramref name="fragment"/>.</summary>
        /// <returns>Length of the fragment, at most ATT MTU - 3; 0 where the message has no such fragment.</returns>
        public static int Write(byte[] message, int messageBytes, int attMtuBytes, int index, byte[] fragment)
        {
            int count = Count(messageBytes, attMtuBytes);
            if (index < 0 || index >= count)
            {
                return 0;
            }

            int pieceBytes = PieceBytes(attMtuBytes);
            int start = 1 + (index * pieceBytes);
            int bytes = LittleEndian.Limit(messageBytes - start, 0, pieceBytes);
            fragment[ScpFrame.SequenceOffset] = (byte)(count - 1 - index);
            for (int at = 0; at < bytes; at++)
            {
                fragment[1 + at] = message[start + at];
            }

            return 1 + bytes;
        }

        private static int PieceBytes(int attMtuBytes)
        {
            int mtuBytes = attMtuBytes < DefaultAttMtuBytes ? DefaultAttMtuBytes : attMtuBytes;
            return mtuBytes - NotificationHeaderBytes - 1;
        }
    }
}
