namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>Versions that the device reports; those of the captured device, so that clients treat it alike.</summary>
    public static class FirmwareVersions
    {
        /// <summary>Charger, and one-piece models: 135.5.0.33.</summary>
        public const uint Charger = 0x87050021;

        /// <summary>Holder of two-piece models: 124.6.0.114.</summary>
        public const uint Holder = 0x7C060072;

        /// <summary>Software revision of the Device Information service.</summary>
        public const string SoftwareRevision = "IQOS 4.1 SW Charger v135.5.0";
    }
}
