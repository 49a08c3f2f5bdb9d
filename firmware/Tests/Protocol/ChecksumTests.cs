using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Protocol
{
    [TestClass]
    public sealed class ChecksumTests
    {
        [TestMethod]
        [DataRow("123456789", 0xF4)]
        [DataRow("A", 0xC0)]
        [DataRow("\u0001", 0x07)]
        public void Crc8_has_its_check_values(string text, int expected)
        {
            Assert.AreEqual(expected, (int)Crc8.Compute(Hex.Ascii(text), 0, text.Length));
        }

        [TestMethod]
        [DataRow("123456789", 0x20FE)]
        [DataRow("\u0001", 0x755B)]
        public void Crc16_has_its_check_values(string text, int expected)
        {
            Assert.AreEqual(expected, (int)Crc16Scp.Compute(Hex.Ascii(text), 0, text.Length));
        }

        [TestMethod]
        public void Crc32_has_its_check_values()
        {
            Assert.AreEqual(0xCBF43926u, Crc32.Compute(Hex.Ascii("123456789"), 0, 9));
            Assert.AreEqual(0xD202EF8Du, Crc32.Compute(new byte[1], 0, 1));
        }

        [TestMethod]
        public void Nothing_has_the_checksum_that_it_starts_with()
        {
            Assert.AreEqual(0, (int)Crc8.Compute(new byte[2], 1, 0));
            Assert.AreEqual(0, (int)Crc16Scp.Compute(new byte[2], 1, 0));
            Assert.AreEqual(0u, Crc32.Compute(new byte[2], 1, 0));
        }

        [TestMethod]
        public void A_checksum_covers_its_range_and_nothing_else()
        {
            byte[] data = Hex.Ascii("xx123456789yy");
            Assert.AreEqual(0xF4, (int)Crc8.Compute(data, 2, 9));
            Assert.AreEqual(0x20FE, (int)Crc16Scp.Compute(data, 2, 9));
            Assert.AreEqual(0xCBF43926u, Crc32.Compute(data, 2, 9));
        }

        [TestMethod]
        public void Every_byte_changes_every_checksum()
        {
            byte[] data = Hex.Ascii("123456789");
            for (int bit = 0; bit < 8; bit++)
            {
                data[4] ^= (byte)(1 << bit);
                Assert.AreNotEqual(0xF4, (int)Crc8.Compute(data, 0, 9));
                Assert.AreNotEqual(0x20FE, (int)Crc16Scp.Compute(data, 0, 9));
                Assert.AreNotEqual(0xCBF43926u, Crc32.Compute(data, 0, 9));
                data[4] ^= (byte)(1 << bit);
            }
        }
    }
}
