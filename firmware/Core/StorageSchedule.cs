using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core
{
    /// <summary>
    /// Decides when records are written: never with the heater on or only just off, at most one a step. Knows what of
    /// the gauge and the charger is worth a write.
    /// </summary>
    public sealed class StorageSchedule
    {
        /// <summary>The gauge's state and the charger's charge in permille, u16.</summary>
        public const int GaugeContentBytes = GaugeState.SizeBytes + 2;

        // The board applies the outputs after the step: the heater is off only from the next one on. The rest is margin.
        private const int HeaterOffMs = 500;

        private const int WorthPercent = 2;

        private readonly RecordStore store;
        private readonly UsageCounters usage;
        private readonly BatteryGauge gauge;
        private readonly ChargerModel charger;
        private long heaterSeenMs;
        private bool wasHeating;
        private int savedPercent = -1;
        private int savedChargerPercent = -1;

        public StorageSchedule(RecordStore store, UsageCounters usage, BatteryGauge gauge, ChargerModel charger)
        {
            this.store = store;
            this.usage = usage;
            this.gauge = gauge;
            this.charger = charger;
        }

        /// <summary>Loads every record, and gauge and charger from theirs.</summary>
        public void Start(long nowMs, uint rtcSeconds)
        {
            heaterSeenMs = nowMs;
            store.Load(rtcSeconds);
            GaugeRecord record = store.Gauge;
            if (record.ContentBytes > 0 && gauge.Load(record.Content, 0))
            {
                charger.Restore(LittleEndian.ReadUInt16(record.Content, GaugeState.SizeBytes));
            }
        }

        /// <summary>One step, after everything that changes records.</summary>
        public void Step(long nowMs, HolderStatus status)
        {
            if (status.HeaterOn || nowMs < heaterSeenMs)
            {
                heaterSeenMs = nowMs;
                wasHeating |= status.HeaterOn;
                return;
            }

            if (nowMs - heaterSeenMs < HeaterOffMs)
            {
                return;
            }

            if (gauge.HasSample && (wasHeating || Differs(savedPercent, gauge.ShownSocPercent)
                || Differs(savedChargerPercent, charger.SocPercent)))
            {
                wasHeating = false;
                SaveGauge();
            }

            store.WriteOneDirty();
        }

        /// <summary>Writes everything now; the heater is off for good.</summary>
        public void Stop()
        {
            if (gauge.HasSample)
            {
                SaveGauge();
            }

            store.Flush();
        }

        private static bool Differs(int saved, int now)
        {
            return now - saved >= WorthPercent || saved - now >= WorthPercent;
        }

        private void SaveGauge()
        {
            savedPercent = gauge.ShownSocPercent;
            savedChargerPercent = charger.SocPercent;
            gauge.Save(store.Gauge.Content, 0);
            LittleEndian.WriteUInt16(store.Gauge.Content, GaugeState.SizeBytes, charger.SavedPermille());
            store.Gauge.Store(GaugeContentBytes);
            if (usage.DischargedMah != (uint)gauge.DischargedMah)
            {
                usage.DischargedMah = (uint)gauge.DischargedMah;
                usage.Dirty = true;
            }
        }
    }
}
