namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Values of the Device Information service (protocol.md, sections 1 and 3): ASCII, padded with NUL to 20 bytes;
    /// a longer text is sent whole and ends in one NUL, so that a reader which looks for it finds it.
    /// </summary>
    public static class DeviceInformation
    {
        private const int PaddedBytes = 20;
        private const string Manufacturer = "IqosDevice";

        /// <summary>Model Number String (2A24), e.g. "ILUMA i PRIME".</summary>
        public static byte[] ModelNumber(DeviceIdentity identity)
        {
            return Pad(identity.Model.Name);
        }

        /// <summary>Serial Number String (2A25).</summary>
        public static byte[] SerialNumber(DeviceIdentity identity)
        {
            return Pad(identity.SerialNumber);
        }

        /// <summary>Software Revision String (2A28).</summary>
        public static byte[] SoftwareRevision()
        {
            return Pad(FirmwareVersions.SoftwareRevision);
        }

        /// <summary>Manufacturer Name String (2A29).</summary>
        public static byte[] ManufacturerName()
        {
            return Pad(Manufacturer);
        }

        /// <summary>Text as padded ASCII; characters beyond ASCII become '?'.</summary>
        public static byte[] Pad(string text)
        {
            byte[] padded = new byte[text.Length < PaddedBytes ? PaddedBytes : text.Length + 1];
            for (int index = 0; index < text.Length; index++)
            {
                padded[index] = text[index] < 0x80 ? (byte)text[index] : (byte)'?';
            }

            return padded;
        }
    }
}
