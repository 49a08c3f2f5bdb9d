using System;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// The holder's GATT table. The core service has to be the first: the runtime adds a Device Information service of
    /// its own after the first one, and only one that is created later replaces that.
    /// </summary>
    public sealed class GattServices
    {
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

        /// <summary>The UUID of a number that the Bluetooth SIG has assigned.</summary>
        private static Guid Assigned(ushort value)
        {
            return Utilities.CreateUuidFromShortCode(value);
        }

        private void BuildCore()
        {
            coreService = new GattServiceBuilder(new Guid(GattUuids.CoreService));
            AddValue(coreService, RadioValue.BatteryInformation, new Guid(GattUuids.BatteryInformation),
                GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify);
            ScpControlPoint = AddValue(coreService, RadioValue.ScpControlPoint, new Guid(GattUuids.ScpControlPoint),
                GattCharacteristicProperties.Write | GattCharacteristicProperties.Notify);
            AddValue(coreService, RadioValue.DeviceStatus, new Guid(GattUuids.DeviceStatus), GattCharacteristicProperties.Read);

            // As captured; the meaning is unknown but for the last two numbers, which look like an MTU of 247.
            coreService.AddStatic(new Guid(GattUuids.UnnamedParameters), new byte[]
            {
                0x02, 0x03, 0x05, 0x03, 0x00, 0x0F, 0x01, 0x00, 0x00, 0x02, 0x01, 0x24, 0xF7, 0x00, 0xF7, 0x00,
            });
            coreService.AddStatic(new Guid(GattUuids.UnnamedZeros), new byte[4]);
            UpgradeControl = coreService.Add(new Guid(GattUuids.FirmwareUpgradeControl), GattCharacteristicProperties.Write);
            coreService.AddStatic(new Guid(GattUuids.FirmwareUpgradeStatus), new byte[1]);
        }

        private void BuildDeviceInformation(DeviceIdentity identity)
        {
            GattServiceBuilder service = new GattServiceBuilder(Assigned(GattUuids.DeviceInformationService));
            service.AddStatic(Assigned(GattUuids.ModelNumber), DeviceInformation.ModelNumber(identity));
            service.AddStatic(Assigned(GattUuids.SerialNumber), DeviceInformation.SerialNumber(identity));
            service.AddStatic(Assigned(GattUuids.SoftwareRevision), DeviceInformation.SoftwareRevision());
            service.AddStatic(Assigned(GattUuids.ManufacturerName), DeviceInformation.ManufacturerName());
        }

        private void BuildBattery()
        {
            GattServiceBuilder service = new GattServiceBuilder(Assigned(GattUuids.BatteryService));
            AddValue(service, RadioValue.BatteryLevel, Assigned(GattUuids.BatteryLevel),
                GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify);
            AddValue(service, RadioValue.BatteryLevelStatus, Assigned(GattUuids.BatteryLevelStatus),
                GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify);
        }

        private void BuildStandIn()
        {
            GattServiceBuilder service = new GattServiceBuilder(new Guid(GattUuids.StandInService));
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
