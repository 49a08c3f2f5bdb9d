using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Counts what the telemetry tells: sessions that reached Ready, and days with a session.</summary>
    public sealed class UseCounter
    {
        private const uint SecondsPerDay = 86400;

        private readonly UsageCounters usage;

        public UseCounter(UsageCounters usage)
        {
            this.usage = usage;
        }

        /// <summary>A session started; <paramref name="rtcSeconds"/> since 2010-01-01.</summary>
        public void Started(uint rtcSeconds)
        {
            uint day = rtcSeconds / SecondsPerDay;
            if (usage.DaysUsed != 0 && usage.LastUseDay == day)
            {
                return;
            }

            usage.DaysUsed++;
            usage.LastUseDay = day;
            usage.Dirty = true;
        }

        /// <summary>A session reached Ready.</summary>
        public void ReachedReady()
        {
            usage.TotalUses++;
            usage.Dirty = true;
        }
    }
}
