namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Layout of SCP frames (protocol.md, section 3), over a buffer that starts with the frame:
    /// <code>
    /// short frame : SEQ ADDR CTRL REG  payload[0, 4, 14 or 24]  CRC8         00 C9 00 04 1C
    /// long frame  : SEQ ADDR CTRL LEN  payload[LEN]             CRC16 (LE)   00 C0 10 02 00 04 38 EF
    /// </code>
    /// Both checksums cover CTRL to the last payload byte; SEQ and ADDR are left out.
    /// </summary>
    public static class ScpFrame
    {
        public const int SequenceOffset = 0;
        public const int AddressOffset = 1;
        public const int ControlOffset = 2;

        /// <summary>Register of a short frame, payload length of a long one.</summary>
        public const int RegisterOffset = 3;

        public const int PayloadOffset = 4;

        public const byte AddressCharger = 0xC0;
        public const byte AddressHolder = 0xC9;

        /// <summary>The third target, which knows flex puff only.</summary>
        public const byte AddressThird = 0xD2;

        public const byte ControlReply = 0x80;
        public const byte ControlWrite = 0x40;
        public const byte ControlLong = 0x10;

        /// <summary>Bank or operation: what is left of CTRL without its flags and the payload class.</summary>
        public const byte ControlOperationMask = 0x03;

        private const int ClassShift = 2;

        /// <summary>The frame carries a 16-bit checksum and a length instead of a register.</summary>
        public static bool IsLong(int control)
        {
            return (control & ControlLong) != 0;
        }

        /// <summary>Payload bytes of a short frame with this CTRL.</summary>
        public static int ClassBytes(int control)
        {
            switch ((control >> ClassShift) & 0x03)
            {
                case 0: return 0;
                case 1: return 4;
                case 2: return 14;
                default: return 24;
            }
        }

        /// <summary>CTRL bits of the smallest payload class that holds a value of 0 to 24 bytes.</summary>
        public static int SmallestClassBits(int valueBytes)
        {
            if (valueBytes <= 0)
            {
                return 0;
            }

            if (valueBytes <= 4)
            {
                return 1 << ClassShift;
            }

            return valueBytes <= 14 ? 2 << ClassShift : 3 << ClassShift;
        }

        /// <summary>ADDR under which a request's target replies: C0 → C0, C9 → 08, D2 → 90; others come back as they are.</summary>
        public static byte ReplyAddress(byte requestAddress)
        {
            switch (requestAddress)
            {
                case AddressHolder: return 0x08;
                case AddressThird: return 0x90;
                default: return requestAddress;
            }
        }

        /// <summary>Payload bytes that the frame announces by CTRL and LEN.</summary>
        public static int PayloadBytes(byte[] frame)
        {
            int control = frame[ControlOffset];
            return IsLong(control) ? frame[RegisterOffset] : ClassBytes(control);
        }

        /// <summary>Whole size that the frame announces by CTRL and LEN: 5, 9, 19, 29, or 6 + LEN.</summary>
        /// <returns>0 where fewer than four bytes are there to tell from.</returns>
        public static int TotalBytes(byte[] frame, int length)
        {
            if (length < PayloadOffset)
            {
                return 0;
            }

            return PayloadOffset + PayloadBytes(frame) + ChecksumBytes(frame);
        }

        /// <summary>1 for a short frame, 2 for a long one.</summary>
        public static int ChecksumBytes(byte[] frame)
        {
            return IsLong(frame[ControlOffset]) ? 2 : 1;
        }

        /// <summary>The checksum that the frame should carry; the buffer holds <see cref="TotalBytes"/> bytes at least.</summary>
        public static int ComputeChecksum(byte[] frame)
        {
            int count = PayloadOffset - ControlOffset + PayloadBytes(frame);
            return IsLong(frame[ControlOffset])
                ? Crc16Scp.Compute(frame, ControlOffset, count)
                : Crc8.Compute(frame, ControlOffset, count);
        }

        /// <summary>The checksum that the frame carries.</summary>
        public static int ReadChecksum(byte[] frame)
        {
            int offset = PayloadOffset + PayloadBytes(frame);
            return IsLong(frame[ControlOffset]) ? LittleEndian.ReadUInt16(frame, offset) : frame[offset];
        }

        /// <summary>Appends the checksum to a frame whose header and payload are complete.</summary>
        /// <returns>Whole length of the frame.</returns>
        public static int Seal(byte[] frame)
        {
            int offset = PayloadOffset + PayloadBytes(frame);
            int checksum = ComputeChecksum(frame);
            if (IsLong(frame[ControlOffset]))
            {
                LittleEndian.WriteUInt16(frame, offset, checksum);
                return offset + 2;
            }

            frame[offset] = (byte)checksum;
            return offset + 1;
        }

        /// <summary>
        /// The frame is a firmware version request with the zero bytes behind it that clients append
        /// (<c>00 C0 00 00 00 00 00</c>; protocol.md, section 4): the one length that is forgiven.
        /// </summary>
        public static bool IsPaddedVersionRequest(byte[] frame, int length)
        {
            const int RequestBytes = 5;
            const int PaddingBytes = 2;
            if (length <= RequestBytes || length > RequestBytes + PaddingBytes)
            {
                return false;
            }

            for (int index = ControlOffset; index < length; index++)
            {
                if (frame[index] != 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
