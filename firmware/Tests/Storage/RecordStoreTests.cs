using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Storage
{
    [TestClass]
    public sealed class RecordStoreTests
    {
        [TestMethod]
        public void A_new_device_has_defaults_and_has_lost_nothing()
        {
            StoreBench bench = new StoreBench(new MemorySlots());
            Assert.AreEqual(0, bench.LostCount);
            Assert.AreEqual(100, bench.Settings.BrightnessPercent);
            Assert.AreEqual(800000, bench.Settings.HeaterR0MicroOhm);
            Assert.IsFalse(bench.Store.HasDirty);
            Assert.AreEqual("", bench.Diagnostics.Text);
        }

        [TestMethod]
        public void Settings_and_counters_survive_a_restart()
        {
            MemorySlots slots = new MemorySlots();
            StoreBench before = new StoreBench(slots);
            before.Settings.HeaterR0MicroOhm = 812345;
            before.Settings.Locked = true;
            before.Settings.VibrateOnReady = false;
            before.Usage.TotalUses = 0x80000001;
            before.Usage.DischargedMah = uint.MaxValue;
            before.Usage.LatchedFaultRow = 11;
            before.Usage.Dirty = true;
            Assert.IsTrue(before.StoreBrightness(30));

            StoreBench after = new StoreBench(slots);
            Assert.AreEqual(30, after.Settings.BrightnessPercent);
            Assert.AreEqual(812345, after.Settings.HeaterR0MicroOhm);
            Assert.IsTrue(after.Settings.Locked);
            Assert.IsFalse(after.Settings.VibrateOnReady);
            Assert.IsFalse(after.Settings.AutoStart);
            Assert.AreEqual(0x80000001u, after.Usage.TotalUses);
            Assert.AreEqual(uint.MaxValue, after.Usage.DischargedMah);
            Assert.AreEqual(11, after.Usage.LatchedFaultRow);
        }

        [TestMethod]
        public void Writes_go_to_the_two_slots_in_turn()
        {
            MemorySlots slots = new MemorySlots();
            StoreBench bench = new StoreBench(slots);
            bench.StoreBrightness(10);
            Assert.IsTrue(slots.IsUsed(1));
            Assert.IsFalse(slots.IsUsed(0));
            bench.StoreBrightness(20);
            Assert.IsTrue(slots.IsUsed(0));
            Assert.AreEqual(20, new StoreBench(slots).Settings.BrightnessPercent);
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(10)]
        [DataRow(21)]
        public void A_write_that_is_cut_costs_itself_and_nothing_else(int bytesLeft)
        {
            MemorySlots slots = new MemorySlots();
            StoreBench before = new StoreBench(slots);
            before.StoreBrightness(10);
            before.StoreBrightness(20);
            slots.Cut(0, bytesLeft);

            StoreBench after = new StoreBench(slots);
            Assert.AreEqual(10, after.Settings.BrightnessPercent);
            Assert.AreEqual(0, after.LostCount);
        }

        [TestMethod]
        public void Every_byte_of_a_record_is_covered_by_its_checksum()
        {
            MemorySlots slots = new MemorySlots();
            new StoreBench(slots).StoreBrightness(30);
            int bytes = RecordImage.HeaderBytes + 8 + RecordImage.ChecksumBytes;
            for (int index = 0; index < bytes; index++)
            {
                slots.FlipBit(1, index);
                Assert.AreEqual(1, new StoreBench(slots).LostCount, "Byte " + index.ToString() + ":");
                slots.FlipBit(1, index);
            }

            Assert.AreEqual(30, new StoreBench(slots).Settings.BrightnessPercent);
        }

        [TestMethod]
        public void A_loss_is_named_and_logged()
        {
            MemorySlots slots = new MemorySlots();
            new StoreBench(slots).StoreBrightness(30);
            slots.FlipBit(1, 12);
            StoreBench after = new StoreBench(slots);
            Assert.AreEqual(100, after.Settings.BrightnessPercent);
            Assert.AreEqual(1, after.Log.NextSequence);
            Assert.AreEqual("Storage: no whole copy of record 0, defaults taken", after.Diagnostics.Text);
        }

        [TestMethod]
        public void Sequence_numbers_wrap_without_losing_the_newest()
        {
            MemorySlots slots = new MemorySlots();
            byte[] image = new byte[64];
            Settings settings = new Settings();
            settings.BrightnessPercent = 7;
            slots.Write(0, image, RecordImage.Write(new SettingsRecord(0, settings), 0xFFFFFFFE, image));
            settings.BrightnessPercent = 8;
            slots.Write(1, image, RecordImage.Write(new SettingsRecord(0, settings), 0xFFFFFFFF, image));
            for (int percent = 9; percent < 12; percent++)
            {
                StoreBench bench = new StoreBench(slots);
                Assert.AreEqual(percent - 1, bench.Settings.BrightnessPercent);
                bench.StoreBrightness(percent);
            }
        }

        [TestMethod]
        public void A_medium_that_refuses_is_asked_less_and_less()
        {
            MemorySlots slots = new MemorySlots();
            StoreBench bench = new StoreBench(slots);
            bench.Settings.Dirty = true;
            slots.Refuses = true;
            for (int call = 0; call < 400; call++)
            {
                Assert.IsFalse(bench.Store.WriteOneDirty());
            }

            Expect.Within(3, 6, slots.WriteCount);
            Assert.AreEqual(1, bench.Diagnostics.Count);
            slots.Refuses = false;
            Assert.IsTrue(bench.Store.Flush());
        }

        [TestMethod]
        public void One_call_writes_one_record()
        {
            MemorySlots slots = new MemorySlots();
            StoreBench bench = new StoreBench(slots);
            bench.Settings.Dirty = true;
            bench.Usage.Dirty = true;
            Assert.IsTrue(bench.Store.WriteOneDirty());
            Assert.IsTrue(bench.Store.HasDirty);
            Assert.IsTrue(bench.Store.WriteOneDirty());
            Assert.IsFalse(bench.Store.HasDirty);
            Assert.IsFalse(bench.Store.WriteOneDirty());
            Assert.AreEqual(2, slots.WriteCount);
        }

        [TestMethod]
        public void Stored_values_outside_their_range_become_defaults()
        {
            Settings written = new Settings();
            written.BrightnessPercent = 0;
            written.ChargerBrightnessPercent = 101;
            written.HeaterR0MicroOhm = -1;
            byte[] payload = new byte[8];
            new SettingsRecord(0, written).WritePayload(payload, 0);

            Settings read = new Settings();
            new SettingsRecord(0, read).ReadPayload(payload, 0);
            Assert.AreEqual(100, read.BrightnessPercent);
            Assert.AreEqual(100, read.ChargerBrightnessPercent);
            Assert.AreEqual(800000, read.HeaterR0MicroOhm);
        }
    }
}
