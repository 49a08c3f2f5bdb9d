using System;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>Defines one service and its characteristics.</summary>
    public sealed class GattServiceBuilder
    {
        private readonly GattServiceProvider provider;

        public GattServiceBuilder(Guid service)
        {
            provider = GattServiceProvider.Create(service).ServiceProvider;
        }

        /// <summary>Adds a value that never changes: the runtime answers its reads.</summary>
        public void AddStatic(Guid uuid, byte[] value)
        {
            DataWriter writer = new DataWriter();
            writer.WriteBytes(value);
            GattLocalCharacteristicParameters parameters = new GattLocalCharacteristicParameters();
            parameters.CharacteristicProperties = GattCharacteristicProperties.Read;
            parameters.StaticValue = writer.DetachBuffer();
            provider.Service.CreateCharacteristic(uuid, parameters);
        }

        /// <summary>Adds a characteristic whose events somebody handles. Those that notify get their CCCD by themselves.</summary>
        public GattLocalCharacteristic Add(Guid uuid, GattCharacteristicProperties properties)
        {
            GattLocalCharacteristicParameters parameters = new GattLocalCharacteristicParameters();
            parameters.CharacteristicProperties = properties;
            return provider.Service.CreateCharacteristic(uuid, parameters).Characteristic;
        }

        /// <summary>Brings the stack up with every service defined so far and advertises this one with the device's name.</summary>
        public void Advertise()
        {
            GattServiceProviderAdvertisingParameters parameters = new GattServiceProviderAdvertisingParameters();
            parameters.IsConnectable = true;
            parameters.IsDiscoverable = true;
            provider.StartAdvertising(parameters);
        }
    }
}
