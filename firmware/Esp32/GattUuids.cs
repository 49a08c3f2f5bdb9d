using System;
using nanoFramework.Device.Bluetooth;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>UUIDs of the holder's GATT table.</summary>
    public static class GattUuids
    {
        /// <summary>Core service ("RRP"), which is advertised.</summary>
        public const string Core = "daebb240-b041-11e4-9e45-0002a5d5c51b";

        public const string BatteryInformation = "f8a54120-b041-11e4-9be7-0002a5d5c51b";
        public const string ScpControlPoint = "e16c6e20-b041-11e4-a4c3-0002a5d5c51b";
        public const string DeviceStatus = "ecdfa4c0-b041-11e4-8b67-0002a5d5c51b";

        /// <summary>Nameless, 16 bytes.</summary>
        public const string UnnamedLong = "0aff6f80-b042-11e4-9b66-0002a5d5c51b";

        /// <summary>Nameless, 4 bytes.</summary>
        public const string UnnamedShort = "04941060-b042-11e4-8bf6-0002a5d5c51b";

        public const string UpgradeControl = "fe272aa0-b041-11e4-87cb-0002a5d5c51b";
        public const string UpgradeStatus = "15c32c40-b042-11e4-a643-0002a5d5c51b";

        /// <summary>The stand-in's own service.</summary>
        public const string StandIn = "6cba9c11-9b0b-47ce-a78e-e6ed36c553b9";

        public const string HolderStatus = "6cba9c12-9b0b-47ce-a78e-e6ed36c553b9";
        public const string EventLog = "6cba9c13-9b0b-47ce-a78e-e6ed36c553b9";

        // Assigned by the Bluetooth SIG.
        public const ushort DeviceInformation = 0x180A;
        public const ushort ModelNumber = 0x2A24;
        public const ushort SerialNumber = 0x2A25;
        public const ushort SoftwareRevision = 0x2A28;
        public const ushort ManufacturerName = 0x2A29;
        public const ushort Battery = 0x180F;
        public const ushort BatteryLevel = 0x2A19;
        public const ushort BatteryLevelStatus = 0x2BED;

        /// <summary>The UUID of a number that the SIG has assigned.</summary>
        public static Guid FromShort(ushort value)
        {
            return Utilities.CreateUuidFromShortCode(value);
        }
    }
}
