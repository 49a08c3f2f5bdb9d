using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>What the command handlers read and change, and the exchange they are in.</summary>
    public sealed class ScpContext
    {
        public ScpContext(DeviceIdentity identity, Settings settings, UsageCounters usage, EventLog log, BatteryGauge gauge,
            ChargerModel charger, UserRequests requests)
        {
            Identity = identity;
            Settings = settings;
            Usage = usage;
            Log = log;
            Gauge = gauge;
            Charger = charger;
            Requests = requests;
            Request = new ScpRequest();
            Reply = new ScpReply();
        }

        public DeviceIdentity Identity { get; }

        public Settings Settings { get; }

        public UsageCounters Usage { get; }

        public EventLog Log { get; }

        public BatteryGauge Gauge { get; }

        public ChargerModel Charger { get; }

        public UserRequests Requests { get; }

        public ScpRequest Request { get; }

        public ScpReply Reply { get; }

        /// <summary>Real-time clock at the request, seconds since 2010-01-01.</summary>
        public uint RtcSeconds { get; set; }

        /// <summary>The request is answered by the holder, or by the one device that a one-piece model is.</summary>
        public bool AsksHolder =>
            Request.Address == ScpFrame.AddressHolder || !Identity.Model.HasSeparateHolder;

        /// <summary>Marks the settings as changed and logs it.</summary>
        /// <param name="register">SCP register of the setting.</param>
        /// <param name="value">New value; selector x 256 + value where the register is shared.</param>
        public void SettingChanged(int register, int value)
        {
            Settings.Dirty = true;
            Log.Add(EventKind.SettingChanged, register, value, RtcSeconds);
        }
    }
}
