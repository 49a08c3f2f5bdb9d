using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Core.Link
{
    /// <summary>
    /// Publishes what clients read, and notifies what they should hear of at once: state, fault and flags; charge; once
    /// a second the status of a session. Readings that merely flicker are published and not notified.
    /// </summary>
    public sealed class StatusPublisher
    {
        private const int RefreshMs = 200;
        private const int SessionNotifyMs = 1000;

        private readonly HolderModel model;
        private readonly HolderStatus status;
        private readonly BatteryGauge gauge;
        private readonly ChargerModel charger;
        private readonly ChargeWatch watch;
        private readonly BoardInputs inputs;
        private readonly IRadioPort radio;
        private readonly PublishedValue holderStatus;
        private readonly PublishedValue battery;
        private readonly PublishedValue level;
        private readonly PublishedValue levelStatus;
        private readonly byte[] scratch = new byte[HolderStatusRecord.Bytes];
        private int lastTold = -1;
        private int lastCharge = -1;
        private long refreshMs;
        private long notifyMs;

        public StatusPublisher(HolderModel model, HolderStatus status, BatteryGauge gauge, ChargerModel charger,
            ChargeWatch watch, BoardInputs inputs, IRadioPort radio)
        {
            this.model = model;
            this.status = status;
            this.gauge = gauge;
            this.charger = charger;
            this.watch = watch;
            this.inputs = inputs;
            this.radio = radio;
            holderStatus = new PublishedValue(RadioValue.HolderStatus, radio, HolderStatusRecord.Bytes);
            battery = new PublishedValue(RadioValue.BatteryInformation, radio, BatteryRecord.MaxBytes);
            level = new PublishedValue(RadioValue.BatteryLevel, radio, 1);
            levelStatus = new PublishedValue(RadioValue.BatteryLevelStatus, radio, BatteryLevelStatusRecord.Bytes);
        }

        /// <summary>Publishes everything once, before the radio comes up.</summary>
        public void Start(long nowMs)
        {
            radio.Publish(RadioValue.DeviceStatus, scratch, DeviceStatusRecord.Write(scratch));
            notifyMs = nowMs;
            PublishStatus();
            PublishCharge(nowMs);
        }

        /// <summary>One step, after the state machine's.</summary>
        public void Step(long nowMs)
        {
            int told = Telling();
            bool first = lastTold < 0;
            bool changed = told != lastTold;
            bool due = status.HeaterOn && nowMs - notifyMs >= SessionNotifyMs;
            bool refresh = nowMs - refreshMs >= RefreshMs || nowMs < refreshMs;
            lastTold = told;
            if (changed || due || refresh)
            {
                PublishStatus();
            }

            if ((changed && !first) || due)
            {
                notifyMs = nowMs;
                holderStatus.Notify();
            }

            if (changed || refresh)
            {
                PublishCharge(nowMs);
            }
        }

        /// <summary>State, fault and flags as one number: a change of any is worth a notification.</summary>
        private int Telling()
        {
            return ((int)status.State << 16) | ((status.FaultRow & 0xFF) << 8) | HolderStatusRecord.FlagsOf(status);
        }

        private void PublishStatus()
        {
            holderStatus.Publish(scratch, HolderStatusRecord.Write(status, gauge.ShownSocPercent, gauge.UsesLeft, scratch));
        }

        private void PublishCharge(long nowMs)
        {
            refreshMs = nowMs;
            battery.Publish(scratch, BatteryRecord.Write(model, inputs.Docked, gauge, charger, scratch));

            // Voltage and temperature flicker; docking and charge are what a client waits for.
            int charge = (inputs.Docked ? 1 << 16 : 0) | (gauge.ShownSocPercent << 8) | charger.SocPercent;
            if (charge != lastCharge)
            {
                lastCharge = charge;
                battery.Notify();
            }

            scratch[0] = (byte)gauge.ShownSocPercent;
            if (level.Publish(scratch, 1))
            {
                level.Notify();
            }

            bool charging = inputs.Docked && inputs.ChargerActive;
            if (levelStatus.Publish(scratch, BatteryLevelStatusRecord.Write(inputs.Docked, charging, status.HeaterOn,
                gauge.ShownSocPercent, gauge.CellMv, watch.Stop > ChargeStop.Full, scratch)))
            {
                levelStatus.Notify();
            }
        }
    }
}
