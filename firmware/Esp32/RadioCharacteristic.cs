using System;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// One value that the radio shows: the snapshot from which reads are answered, and who listens. The loop
    /// publishes and notifies, the Bluetooth dispatcher reads; they meet in the snapshot's lock only.
    /// </summary>
    public sealed class RadioCharacteristic
    {
        /// <summary>Longest value that can be read, bytes.</summary>
        public const int MaxValueBytes = 20;

        private readonly byte[] snapshot = new byte[MaxValueBytes];
        private int snapshotBytes;
        private GattLocalCharacteristic characteristic;

        /// <summary>The client has switched notifications on.</summary>
        public bool Subscribed { get; private set; }

        /// <summary>Takes over the events of a characteristic.</summary>
        public void Attach(GattLocalCharacteristic owned)
        {
            characteristic = owned;
            if ((owned.CharacteristicProperties & GattCharacteristicProperties.Read) != 0)
            {
                owned.ReadRequested += OnReadRequested;
            }

            if ((owned.CharacteristicProperties & GattCharacteristicProperties.Notify) != 0)
            {
                owned.SubscribedClientsChanged += OnSubscribedClientsChanged;
            }
        }

        /// <summary>Replaces the snapshot; what does not fit is cut off.</summary>
        public void Publish(byte[] buffer, int length)
        {
            int bytes = length < MaxValueBytes ? length : MaxValueBytes;
            lock (snapshot)
            {
                Array.Copy(buffer, snapshot, bytes);
                snapshotBytes = bytes;
            }
        }

        /// <summary>Sends a notification to the client.</summary>
        /// <returns>False where it is not subscribed or the link is gone.</returns>
        public bool Notify(byte[] buffer, int length)
        {
            if (!Subscribed || characteristic == null)
            {
                return false;
            }

            byte[] value = new byte[length];
            Array.Copy(buffer, value, length);
            DataWriter writer = new DataWriter();
            writer.WriteBytes(value);
            try
            {
                GattClientNotificationResult[] results = characteristic.NotifyValue(writer.DetachBuffer());
                return results.Length > 0 && results[0].Status == GattCommunicationStatus.Success;
            }
            catch (Exception)
            {
                // The package counts its clients before it locks their list: one that comes or goes in between makes it
                // fail, or leaves a result empty. The loop has a heater to watch and does not end for that.
                return false;
            }
        }

        /// <summary>The link went down, and the subscription with it.</summary>
        public void LinkClosed()
        {
            Subscribed = false;
        }

        private void OnReadRequested(GattLocalCharacteristic sender, GattReadRequestedEventArgs args)
        {
            byte[] value;
            lock (snapshot)
            {
                value = new byte[snapshotBytes];
                Array.Copy(snapshot, value, snapshotBytes);
            }

            DataWriter writer = new DataWriter();
            writer.WriteBytes(value);
            args.GetRequest().RespondWithValue(writer.DetachBuffer());
        }

        private void OnSubscribedClientsChanged(GattLocalCharacteristic sender, object args)
        {
            Subscribed = sender.SubscribedClients.Length > 0;
        }
    }
}
