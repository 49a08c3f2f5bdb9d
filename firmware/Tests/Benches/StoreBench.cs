using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>One life of the firmware over a medium: everything that is stored, loaded.</summary>
    public sealed class StoreBench
    {
        public readonly Settings Settings = new Settings();
        public readonly UsageCounters Usage = new UsageCounters();
        public readonly EventLog Log = new EventLog();
        public readonly LastLine Diagnostics = new LastLine();
        public readonly RecordStore Store;

        /// <summary>Records that could not be read.</summary>
        public readonly int LostCount;

        public StoreBench(MemorySlots slots)
        {
            Store = new RecordStore(slots, Settings, Usage, Log, Diagnostics);
            LostCount = Store.Load(1000);
        }

        /// <summary>Sets the brightness and writes all that waits.</summary>
        /// <returns>False where the medium refused.</returns>
        public bool StoreBrightness(int percent)
        {
            Settings.BrightnessPercent = percent;
            Settings.Dirty = true;
            return Store.Flush();
        }
    }
}
