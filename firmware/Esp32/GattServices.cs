using System;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// The holder's GATT table. The core service has to be the first: the runtime adds a Device Information service of
    /// its own after the first one, and only one that is created later replaces that.
    /// </summary>
    public sealed class GattServices
    {
        /// <summary>Device Information strings are filled up with NUL to this length.</summary>
        private const int TextBytes = 20;

        private const string SoftwareRevision = "IQOS 4.1 SW Charger v135.5.0";
        private const string Manufacturer = "IqosDevice stand-in";

        private readonly RadioCharacteristic[] values;
        private GattServiceBuilder coreService;

        /// <summary>Makes the table's values; <paramref name="values"/> is indexed by <see cref="RadioValue"/>.</summary>
        public GattServices(RadioCharacteristic[] values)
        {
            this.values = values;
        }

        /// <summary>Takes requests of the client; its writes arrive here.</summary>
        public GattLocalCharacteristic ScpControlPoint { get; private set; }

        /// <summary>A write asks for the log from a sequence number on.</summary>
        public GattLocalCharacteristic EventLog { get; private set; }

        /// <summary>Firmware upgrade: nobody knows its framing.</summary>
        public GattLocalCharacteristic UpgradeControl { get; private set; }

        /// <summary>Defines every service: once a power-on.</summary>
        public void Build(DeviceIdentity identity)
        {
            BuildCore();
            BuildDeviceInformation(identity);
            BuildBattery();
            BuildStandIn();
        }

        /// <summary>Starts advertising with the core service's UUID.</summary>
        public void Advertise()
        {
            coreService.Advertise();
        }

        private void BuildCore()
        {
            coreService = new GattServiceBuilder(new Guid(GattUuids.Core));
            AddValue(coreService, RadioValue.BatteryInformation, new Guid(GattUuids.BatteryInformation),
                GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify);
            ScpControlPoint = AddValue(coreService, RadioValue.ScpControlPoint, new Guid(GattUuids.ScpControlPoint),
                GattCharacteristicProperties.Write | GattCharacteristicProperties.Notify);
            AddValue(coreService, RadioValue.DeviceStatus, new Guid(GattUuids.DeviceStatus), GattCharacteristicProperties.Read);

            // As captured; the meaning is unknown but for the last two numbers, which look like an MTU of 247.
            coreService.AddStatic(new Guid(GattUuids.UnnamedLong), new byte[]
            {
                0x02, 0x03, 0x05, 0x03, 0x00, 0x0F, 0x01, 0x00, 0x00, 0x02, 0x01, 0x24, 0xF7, 0x00, 0xF7, 0x00,
            });
            coreService.AddStatic(new Guid(GattUuids.UnnamedShort), new byte[4]);
            UpgradeControl = coreService.Add(new Guid(GattUuids.UpgradeControl), GattCharacteristicProperties.Write);
            coreService.AddStatic(new Guid(GattUuids.UpgradeStatus), new byte[1]);
        }

        private void BuildDeviceInformation(DeviceIdentity identity)
        {
            GattServiceBuilder service = new GattServiceBuilder(GattUuids.FromShort(GattUuids.DeviceInformation));
            service.AddText(GattUuids.FromShort(GattUuids.ModelNumber), identity.Model.Name, TextBytes);
            service.AddText(GattUuids.FromShort(GattUuids.SerialNumber), identity.SerialNumber, TextBytes);
            service.AddText(GattUuids.FromShort(GattUuids.SoftwareRevision), SoftwareRevision, TextBytes);
            service.AddText(GattUuids.FromShort(GattUuids.ManufacturerName), Manufacturer, TextBytes);
        }

        private void BuildBattery()
        {
            GattServiceBuilder service = new GattServiceBuilder(GattUuids.FromShort(GattUuids.Battery));
            AddValue(service, RadioValue.BatteryLevel, GattUuids.FromShort(GattUuids.BatteryLevel),
                GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify);
            AddValue(service, RadioValue.BatteryLevelStatus, GattUuids.FromShort(GattUuids.BatteryLevelStatus),
                GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify);
        }

        private void BuildStandIn()
        {
            GattServiceBuilder service = new GattServiceBuilder(new Guid(GattUuids.StandIn));
            AddValue(service, RadioValue.HolderStatus, new Guid(GattUuids.HolderStatus),
                GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify);
            EventLog = AddValue(service, RadioValue.EventLog, new Guid(GattUuids.EventLog),
                GattCharacteristicProperties.Write | GattCharacteristicProperties.Notify);
        }

        private GattLocalCharacteristic AddValue(GattServiceBuilder service, RadioValue value, Guid uuid,
            GattCharacteristicProperties properties)
        {
            GattLocalCharacteristic characteristic = service.Add(uuid, properties);
            values[(int)value].Attach(characteristic);
            return characteristic;
        }
    }
}
