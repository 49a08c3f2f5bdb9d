using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Protocol
{
    [TestClass]
    public sealed class LittleEndianTests
    {
        [TestMethod]
        [DataRow(0, "0000")]
        [DataRow(0x1234, "3412")]
        [DataRow(0xFFFF, "FFFF")]
        [DataRow(0x12345, "4523")]
        public void Sixteen_bits_go_least_significant_byte_first(int value, string hex)
        {
            byte[] buffer = new byte[2];
            LittleEndian.WriteUInt16(buffer, 0, value);
            Assert.AreEqual(hex, Hex.Text(buffer, 2));
            Assert.AreEqual(value & 0xFFFF, LittleEndian.ReadUInt16(buffer, 0));
        }

        [TestMethod]
        [DataRow(-1, -1, "FFFF")]
        [DataRow(-32768, -32768, "0080")]
        [DataRow(32767, 32767, "FF7F")]
        [DataRow(40000, 32767, "FF7F")]
        [DataRow(-40000, -32768, "0080")]
        public void A_signed_value_keeps_its_sign_and_is_limited(int value, int limited, string hex)
        {
            byte[] buffer = new byte[2];
            LittleEndian.WriteInt16(buffer, 0, value);
            Assert.AreEqual(hex, Hex.Text(buffer, 2));
            Assert.AreEqual(limited, LittleEndian.ReadInt16(buffer, 0));
        }

        [TestMethod]
        public void Thirty_two_bits_survive_with_the_highest_set()
        {
            byte[] buffer = new byte[6];
            LittleEndian.WriteUInt32(buffer, 1, 0x89ABCDEFu);
            Assert.AreEqual("00EFCDAB8900", Hex.Text(buffer, 6));
            Assert.AreEqual(0x89ABCDEFu, LittleEndian.ReadUInt32(buffer, 1));
            LittleEndian.WriteUInt32(buffer, 1, uint.MaxValue);
            Assert.AreEqual(uint.MaxValue, LittleEndian.ReadUInt32(buffer, 1));
        }

        [TestMethod]
        [DataRow(-1, 0)]
        [DataRow(0, 0)]
        [DataRow(7, 7)]
        [DataRow(255, 255)]
        [DataRow(256, 255)]
        [DataRow(int.MinValue, 0)]
        [DataRow(int.MaxValue, 255)]
        public void A_limit_takes_the_nearer_end(int value, int limited)
        {
            Assert.AreEqual(limited, LittleEndian.Limit(value, 0, 255));
        }
    }
}
