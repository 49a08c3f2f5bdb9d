using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Protocol
{
    [TestClass]
    public sealed class ScpFrameTests
    {
        [TestMethod]
        [DataRow("00C900041C", 5)]
        [DataRow("00C9440402FF00005A", 9)]
        [DataRow("00C0101000", 22)]
        [DataRow("00C91002000438EF", 8)]
        [DataRow("00C9", 0)]
        public void A_frame_announces_its_size(string frame, int bytes)
        {
            byte[] value = Hex.Bytes(frame);
            Assert.AreEqual(bytes, ScpFrame.TotalBytes(value, value.Length));
        }

        [TestMethod]
        [DataRow("00C900041C")]
        [DataRow("00C9440402FF00005A")]
        [DataRow("00C944246400000034")]
        [DataRow("00C91002000438EF")]
        [DataRow("00C91002010175D6")]
        [DataRow("0008900A0004DA0701015733841C21CE")]
        public void A_captured_frame_carries_the_checksum_that_is_computed(string frame)
        {
            byte[] value = Hex.Bytes(frame);
            Assert.AreEqual(ScpFrame.ComputeChecksum(value), ScpFrame.ReadChecksum(value));
            Assert.AreEqual(frame, ScpBench.Sealed(frame.Substring(0, frame.Length - (2 * ScpFrame.ChecksumBytes(value)))));
        }

        [TestMethod]
        public void Sequence_and_address_are_outside_of_the_checksum()
        {
            byte[] frame = Hex.Bytes("00C900041C");
            frame[ScpFrame.SequenceOffset] = 7;
            frame[ScpFrame.AddressOffset] = 0;
            Assert.AreEqual(ScpFrame.ReadChecksum(frame), ScpFrame.ComputeChecksum(frame));
        }

        [TestMethod]
        [DataRow(0, 0)]
        [DataRow(1, 4)]
        [DataRow(4, 4)]
        [DataRow(5, 14)]
        [DataRow(14, 14)]
        [DataRow(15, 24)]
        [DataRow(24, 24)]
        public void A_value_gets_the_smallest_class_that_holds_it(int valueBytes, int classBytes)
        {
            Assert.AreEqual(classBytes, ScpFrame.ClassBytes(ScpFrame.SmallestClassBits(valueBytes)));
        }

        [TestMethod]
        [DataRow(0xC0, 0xC0)]
        [DataRow(0xC9, 0x08)]
        [DataRow(0xD2, 0x90)]
        public void A_target_replies_under_its_own_address(int asked, int replies)
        {
            Assert.AreEqual(replies, (int)ScpFrame.ReplyAddress((byte)asked));
        }

        [TestMethod]
        [DataRow("00C00000000000", true)]
        [DataRow("00C000000000", true)]
        [DataRow("00C0000000", false)]
        [DataRow("00C0000000000000", false)]
        [DataRow("00C00000000001", false)]
        public void Only_the_version_request_may_be_padded(string frame, bool isForgiven)
        {
            byte[] value = Hex.Bytes(frame);
            Assert.AreEqual(isForgiven, ScpFrame.IsPaddedVersionRequest(value, value.Length));
        }
    }
}
