using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Storage
{
    [TestClass]
    public sealed class EventLogTests
    {
        [TestMethod]
        public void An_empty_log_has_nothing()
        {
            EventLog log = new EventLog();
            Assert.AreEqual(-1, log.IndexOf(0));
            Assert.AreEqual(0, log.FirstFrom(5));
            Assert.IsFalse(log.Dirty);
        }

        [TestMethod]
        public void The_oldest_entry_gives_way()
        {
            EventLog log = Filled(100);
            Assert.AreEqual(100, log.NextSequence);
            Assert.AreEqual(-1, log.IndexOf(35));
            Assert.IsTrue(log.IndexOf(36) >= 0);
            Assert.IsTrue(log.IndexOf(99) >= 0);
            Assert.AreEqual(-1, log.IndexOf(100));
        }

        [TestMethod]
        [DataRow(0, 36)]
        [DataRow(36, 36)]
        [DataRow(99, 99)]
        [DataRow(100, 100)]
        [DataRow(60000, 36)]
        [DataRow(65535, 36)]
        [DataRow(-1, 36)]
        public void A_listing_starts_at_the_number_asked_for_or_at_the_oldest(int asked, int first)
        {
            Assert.AreEqual(first, Filled(100).FirstFrom(asked));
        }

        [TestMethod]
        [DataRow(0, 1)]
        [DataRow(65533, 65534)]
        [DataRow(65534, 0)]
        public void Numbers_wrap_below_the_one_that_ends_a_listing(int sequence, int following)
        {
            Assert.AreEqual(following, EventLog.Following(sequence));
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(64)]
        [DataRow(200)]
        public void A_log_goes_on_after_a_restart_where_it_was(int count)
        {
            EventLog log = Filled(count);
            EventLog reloaded = new EventLog();
            byte[] chunk = new byte[EventLog.ChunkBytes];
            for (int index = 0; index < EventLog.ChunkCount; index++)
            {
                log.WriteChunk(index, chunk, 0);
                reloaded.ReadChunk(index, chunk, 0);
            }

            reloaded.FinishLoading();
            Assert.AreEqual(log.NextSequence, reloaded.NextSequence);
            Assert.AreEqual(log.FirstFrom(-1), reloaded.FirstFrom(-1));
            byte[] entry = new byte[EventLogEntryRecord.Bytes];
            Assert.AreEqual(EventLogEntryRecord.Write(log, count - 1, entry), EventLogEntryRecord.Write(reloaded, count - 1, entry));
        }

        [TestMethod]
        public void A_new_entry_makes_its_chunk_dirty_and_no_other()
        {
            EventLog log = Filled(17);
            Assert.IsTrue(log.IsChunkDirty(0));
            Assert.IsTrue(log.IsChunkDirty(1));
            Assert.IsFalse(log.IsChunkDirty(2));
            log.MarkChunkClean(0);
            log.MarkChunkClean(1);
            Assert.IsFalse(log.Dirty);
        }

        [TestMethod]
        public void A_negative_value_keeps_its_sign()
        {
            EventLog log = new EventLog();
            log.Add(EventKind.StartRefused, 6, -7, 0);
            byte[] entry = new byte[EventLogEntryRecord.Bytes];
            EventLogEntryRecord.Write(log, 0, entry);
            Assert.AreEqual("0000000000000406F9FF", Hex.Text(entry, 10));
            Assert.AreEqual(-7, LittleEndian.ReadInt16(entry, 8));
        }

        private static EventLog Filled(int count)
        {
            EventLog log = new EventLog();
            for (int entry = 0; entry < count; entry++)
            {
                log.Add(EventKind.Boot, 0, entry, (uint)entry);
            }

            return log;
        }
    }
}
