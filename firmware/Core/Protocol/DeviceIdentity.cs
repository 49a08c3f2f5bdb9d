namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>What makes this unit this unit; fixed at manufacture.</summary>
    public sealed class DeviceIdentity
    {
        public DeviceIdentity(HolderModel model, string serialNumber, string holderProductNumber, string chargerProductNumber)
        {
            Model = model;
            SerialNumber = serialNumber;
            HolderProductNumber = holderProductNumber;
            ChargerProductNumber = chargerProductNumber;
        }

        public HolderModel Model { get; }

        /// <summary>ASCII, at most 20 characters.</summary>
        public string SerialNumber { get; }

        /// <summary>Product number of the holder, 14 ASCII characters: the device code.</summary>
        public string HolderProductNumber { get; }

        /// <summary>Product number of the charger, 14 ASCII characters; equal to the holder's on one-piece models.</summary>
        public string ChargerProductNumber { get; }
    }
}
