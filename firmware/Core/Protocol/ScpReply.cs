namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Writer of one reply frame into a caller's buffer; one instance, reused. A handler begins the reply in one
    /// of three ways and sets payload bytes; the server seals it. A reply that was not begun is silence.
    /// </summary>
    public sealed class ScpReply
    {
        private byte[] buffer;
        private bool begun;

        /// <summary>Takes the next buffer, of <see cref="ScpServer.MaxMessageBytes"/> at least.</summary>
        public void Attach(byte[] target)
        {
            buffer = target;
            begun = false;
        }

        /// <summary>Reply to a read: bit 7 set, the smallest payload class that holds the value, the payload zero.</summary>
        public void BeginRead(ScpRequest request, int valueBytes)
        {
            int control = ScpFrame.ControlReply | (request.Control & ScpFrame.ControlOperationMask)
                | ScpFrame.SmallestClassBits(valueBytes);
            Begin(request, control, request.Register);
        }

        /// <summary>Answer to a write: bit 6 cleared, bit 7 set, the payload echoed; handlers change what they applied otherwise.</summary>
        public void BeginWrite(ScpRequest request)
        {
            Begin(request, (request.Control & ~ScpFrame.ControlWrite) | ScpFrame.ControlReply, request.Register);
            for (int index = 0; index < request.PayloadBytes; index++)
            {
                Set(index, request.Payload(index));
            }
        }

        /// <summary>Long reply with a payload of <paramref name="valueBytes"/>, at most 58 bytes, zero so far.</summary>
        public void BeginLong(ScpRequest request, int valueBytes)
        {
            Begin(request, request.Control | ScpFrame.ControlReply, valueBytes);
        }

        /// <summary>Sets payload byte <paramref name="index"/> to the low 8 bits of a value.</summary>
        public void Set(int index, int value)
        {
            buffer[ScpFrame.PayloadOffset + index] = (byte)(value & 0xFF);
        }

        /// <summary>Sets two payload bytes to a value limited to 0..65535.</summary>
        public void SetUInt16(int index, int value)
        {
            LittleEndian.WriteUInt16(buffer, ScpFrame.PayloadOffset + index, LittleEndian.Limit(value, 0, ushort.MaxValue));
        }

        /// <summary>Sets two payload bytes to a value limited to -32768..32767.</summary>
        public void SetInt16(int index, int value)
        {
            LittleEndian.WriteInt16(buffer, ScpFrame.PayloadOffset + index, value);
        }

        public void SetUInt32(int index, uint value)
        {
            LittleEndian.WriteUInt32(buffer, ScpFrame.PayloadOffset + index, value);
        }

        /// <summary>Appends the checksum.</summary>
        /// <returns>Length of the frame, 0 where no reply was begun.</returns>
        public int Seal()
        {
            return begun ? ScpFrame.Seal(buffer) : 0;
        }

        private void Begin(ScpRequest request, int control, int register)
        {
            begun = true;
            buffer[ScpFrame.SequenceOffset] = 0;
            buffer[ScpFrame.AddressOffset] = ScpFrame.ReplyAddress(request.Address);
            buffer[ScpFrame.ControlOffset] = (byte)control;
            buffer[ScpFrame.RegisterOffset] = (byte)register;
            int payloadBytes = ScpFrame.PayloadBytes(buffer);
            for (int index = 0; index < payloadBytes; index++)
            {
                Set(index, 0);
            }
        }
    }
}
