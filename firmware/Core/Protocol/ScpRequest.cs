namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>View of one request frame that has passed its checks; one instance, reused.</summary>
    public sealed class ScpRequest
    {
        private byte[] frame;

        /// <summary>What the request is about.</summary>
        public ScpCommand Command { get; private set; }

        public byte Address => frame[ScpFrame.AddressOffset];

        public byte Control => frame[ScpFrame.ControlOffset];

        /// <summary>Register of a short frame.</summary>
        public byte Register => frame[ScpFrame.RegisterOffset];

        public int PayloadBytes => ScpFrame.PayloadBytes(frame);

        public bool IsWrite => (Control & ScpFrame.ControlWrite) != 0;

        /// <summary>Looks at the frame in <paramref name="source"/>, which is not copied.</summary>
        public void Attach(byte[] source, ScpCommand command)
        {
            frame = source;
            Command = command;
        }

        /// <summary>Payload byte <paramref name="index"/>, 0 to <see cref="PayloadBytes"/> - 1.</summary>
        public int Payload(int index)
        {
            return frame[ScpFrame.PayloadOffset + index];
        }
    }
}
