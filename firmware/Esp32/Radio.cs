using System;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// The radio behind Core's port. Handlers of the Bluetooth dispatcher check, copy into Core's mailbox, answer
    /// and return: all events share that one thread, and a client gets an error after 2 s without an answer.
    /// </summary>
    public sealed class Radio : IRadioPort
    {
        /// <summary>ATT MTU that every link starts with (Core 6.0, Vol 3, Part F, 3.2.8).</summary>
        private const int DefaultAttMtu = 23;

        private const int NotificationHeaderBytes = 3;
        private const int RadioValueCount = 7;

        // ATT error codes (Core 6.0, Vol 3, Part F, 3.4.1.1).
        private const byte RequestNotSupported = 0x06;
        private const byte InvalidAttributeValueLength = 0x0D;
        private const byte InsufficientResources = 0x11;

        private const int EventLogRequestBytes = 2;

        private readonly ILogPort log;
        private readonly RadioCharacteristic[] values = new RadioCharacteristic[RadioValueCount];
        private HolderCore core;

        public Radio(ILogPort log)
        {
            this.log = log;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = new RadioCharacteristic();
            }
        }

        public int AttMtu { get; private set; } = DefaultAttMtu;

        public bool IsConnected { get; private set; }

        /// <summary>Defines the services and advertises: once a power-on, after Core has published its first values.</summary>
        public void Start(DeviceIdentity identity, HolderCore holderCore)
        {
            core = holderCore;
            BluetoothLEServer server = BluetoothLEServer.Instance;
            server.DeviceName = "IQOS " + identity.Model.Name;
            server.Session.SessionStatusChanged += OnSessionStatusChanged;
            server.Session.MaxPduSizeChanged += OnMtuExchanged;
            GattServices services = new GattServices(values);
            services.Build(identity);
            services.ScpControlPoint.WriteRequested += OnScpWrite;
            services.EventLog.WriteRequested += OnEventLogWrite;
            services.UpgradeControl.WriteRequested += OnUpgradeWrite;
            services.Advertise();
        }

        public bool IsSubscribed(RadioValue value)
        {
            return values[(int)value].Subscribed;
        }

        public void Publish(RadioValue value, byte[] buffer, int length)
        {
            values[(int)value].Publish(buffer, length);
        }

        public bool Notify(RadioValue value, byte[] buffer, int length)
        {
            return length <= AttMtu - NotificationHeaderBytes && values[(int)value].Notify(buffer, length);
        }

        private static byte[] ReadValue(GattWriteRequest request)
        {
            DataReader reader = DataReader.FromBuffer(request.Value);
            byte[] value = new byte[(int)reader.UnconsumedBufferLength];
            reader.ReadBytes(value);
            return value;
        }

        private void OnSessionStatusChanged(object sender, GattSessionStatusChangedEventArgs args)
        {
            // Whatever MTU the last link had: this one starts anew, and so do its subscriptions.
            AttMtu = DefaultAttMtu;
            for (int i = 0; i < values.Length; i++)
            {
                values[i].LinkClosed();
            }

            IsConnected = args.Status == GattSessionStatus.Active;
            core.PostLinkChange();
        }

        private void OnMtuExchanged(object sender, EventArgs args)
        {
            // Only the server's own session knows the MTU; those of the subscribed clients say 0 for ever.
            int mtu = BluetoothLEServer.Instance.Session.MaxMtuSize;
            AttMtu = mtu > DefaultAttMtu ? mtu : DefaultAttMtu;
        }

        private void OnScpWrite(GattLocalCharacteristic sender, GattWriteRequestedEventArgs args)
        {
            GattWriteRequest request = args.GetRequest();
            byte[] value = ReadValue(request);
            if (core.PostScpWrite(value, value.Length))
            {
                request.Respond();
            }
            else
            {
                request.RespondWithProtocolError(InsufficientResources);
            }
        }

        private void OnEventLogWrite(GattLocalCharacteristic sender, GattWriteRequestedEventArgs args)
        {
            GattWriteRequest request = args.GetRequest();
            byte[] value = ReadValue(request);
            if (value.Length != EventLogRequestBytes)
            {
                request.RespondWithProtocolError(InvalidAttributeValueLength);
            }
            else if (core.PostEventLogRequest(value[0] | (value[1] << 8)))
            {
                request.Respond();
            }
            else
            {
                request.RespondWithProtocolError(InsufficientResources);
            }
        }

        private void OnUpgradeWrite(GattLocalCharacteristic sender, GattWriteRequestedEventArgs args)
        {
            GattWriteRequest request = args.GetRequest();
            log.Write("Firmware upgrade control: write of " + request.Value.Length.ToString() + " bytes refused");
            request.RespondWithProtocolError(RequestNotSupported);
        }
    }
}
