using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Protocol
{
    [TestClass]
    public sealed class ScpServerTests
    {
        [TestMethod]
        [DataRow("00C0000000", "00C08800100087050021A0C00114010106063F")]
        [DataRow("00C00000000000", "00C08800100087050021A0C00114010106063F")]
        [DataRow("00C0010015", "00C0890033006A000200CA55060005000000D2")]
        [DataRow("00C91002000438EF", "0008900A0004DA0701015733841C21CE")]
        [DataRow("00C94724010100003F", "0008872401010000A5")]
        [DataRow("00C944246400000034", "0008842464000000AE")]
        public void A_captured_request_brings_the_captured_reply(string request, string reply)
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaI);
            Assert.AreEqual(reply, bench.Ask(request));
            Assert.AreEqual("", bench.Diagnostics.Text);
        }

        [TestMethod]
        public void The_lock_is_set_and_logged()
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaI);
            Assert.AreNotEqual("", bench.Ask("00C9440402FF00005A"));
            Assert.IsTrue(bench.Settings.Locked);
            Assert.IsTrue(bench.Settings.Dirty);
            Assert.AreEqual(1, bench.Log.NextSequence);
        }

        [TestMethod]
        [DataRow("00", 1)]
        [DataRow("1E", 30)]
        [DataRow("64", 100)]
        [DataRow("FF", 100)]
        public void Brightness_is_applied_within_its_range_and_echoed_as_applied(string asked, int applied)
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaI);
            string reply = bench.Ask(ScpBench.Sealed("00C94424" + asked + "000000"));
            Assert.AreEqual(applied, bench.Settings.BrightnessPercent);
            Assert.AreEqual(ScpBench.Sealed("00088424" + ((byte)applied).ToString("X2") + "000000"), reply);
        }

        [TestMethod]
        public void Telemetry_counts_beyond_three_bytes_as_far_as_they_go()
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaI);
            bench.Usage.TotalUses = 0x123456;
            bench.Usage.DaysUsed = 0x1000000;
            string expected = "000890220101" + "000000005634128E" + "01000000FFFFFF17" + "0200000000000020" + "0300000000000018";
            Assert.AreEqual(ScpBench.Sealed(expected), bench.Ask("00C91002010175D6"));
        }

        [TestMethod]
        public void A_split_request_is_served_whole()
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaI);
            Assert.AreEqual("", bench.Ask("01C94F04640400FFFFFF09000000000000000000"));
            Assert.StartsWith("00088F04640400FFFFFF09", bench.Ask("0000000000000000000C"));
        }

        [TestMethod]
        [DataRow("00D24522030000000A", "SCP dropped: CRC8 0A, expected 61 (Flex puff off)")]
        [DataRow("00C91002010175D7", "SCP dropped: CRC16 D775, expected D675 (Telemetry)")]
        [DataRow("00C900041C00", "SCP dropped: length 6, expected 5 (Lock read)")]
        [DataRow("00C9", "SCP dropped: length 2, expected 5 at least (incomplete frame)")]
        [DataRow("00C9009900", "SCP dropped: CRC8 00, expected C6 (Unknown command 00 99)")]
        [DataRow("05", "SCP dropped: write of 1 bytes")]
        public void What_is_refused_is_met_with_silence_and_named(string request, string line)
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaI);
            Assert.AreEqual("", bench.Ask(request));
            Assert.AreEqual(line, bench.Diagnostics.Text);
            Assert.AreEqual(1, bench.Diagnostics.Count);
            Assert.IsFalse(bench.Settings.Dirty);
        }

        [TestMethod]
        public void A_model_refuses_what_it_does_not_have()
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaOne);
            Assert.AreEqual("", bench.Ask("00C94724010100003F"));
            Assert.IsFalse(bench.Settings.AutoStart);
            Assert.Contains("ILUMA ONE", bench.Diagnostics.Text);
        }

        [TestMethod]
        public void Lenient_forgives_a_checksum_and_says_so()
        {
            ScpBench bench = new ScpBench(HolderModelId.IlumaI);
            bench.Server.Lenient = true;
            bench.Settings.FlexPuff = true;
            Assert.AreNotEqual("", bench.Ask("00D24522030000000A"));
            Assert.IsFalse(bench.Settings.FlexPuff);
            Assert.AreEqual("SCP accepted leniently: CRC8 0A, expected 61 (Flex puff off)", bench.Diagnostics.Text);
        }
    }
}
