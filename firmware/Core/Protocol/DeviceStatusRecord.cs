namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Device status (protocol.md, section 1): nine bytes of unknown meaning, as captured. Clients read and ignore
    /// them; what happens in the holder is told by <see cref="HolderStatusRecord"/>.
    /// </summary>
    public static class DeviceStatusRecord
    {
        public const int Bytes = 9;

        private static readonly byte[] Captured = { 0x5B, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x45, 0x00 };

        /// <summary>Writes the nine bytes.</summary>
        public static int Write(byte[] buffer)
        {
            for (int index = 0; index < Bytes; index++)
            {
                buffer[index] = Captured[index];
            }

            return Bytes;
        }
    }
}
