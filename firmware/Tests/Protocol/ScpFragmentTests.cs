using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Protocol
{
    [TestClass]
    public sealed class ScpFragmentTests
    {
        private const string FirstHalf = "01C94F04640400FFFFFF09000000000000000000";
        private const string SecondHalf = "0000000000000000000C";

        [TestMethod]
        [DataRow(23, 29, 2)]
        [DataRow(23, 40, 3)]
        [DataRow(23, 20, 1)]
        [DataRow(23, 21, 2)]
        [DataRow(32, 29, 1)]
        [DataRow(0, 21, 2)]
        [DataRow(247, 64, 1)]
        public void A_message_needs_as_many_notifications_as_the_MTU_asks_for(int attMtuBytes, int messageBytes, int count)
        {
            Assert.AreEqual(count, ScpFragmenter.Count(messageBytes, attMtuBytes));
        }

        [TestMethod]
        public void What_was_split_is_joined_again()
        {
            byte[] message = new byte[ScpServer.MaxMessageBytes];
            for (int index = 1; index < message.Length; index++)
            {
                message[index] = (byte)index;
            }

            ScpReassembler reassembler = new ScpReassembler();
            byte[] fragment = new byte[ScpServer.MaxMessageBytes];
            int count = ScpFragmenter.Count(message.Length, 23);
            for (int index = 0; index < count; index++)
            {
                int length = ScpFragmenter.Write(message, message.Length, 23, index, fragment);
                Assert.AreEqual(count - 1 - index, (int)fragment[0]);
                Assert.AreEqual(index == count - 1 ? message.Length : 0, reassembler.Accept(fragment, length));
            }

            Assert.AreEqual(Hex.Text(message, message.Length), Hex.Text(reassembler.Message, message.Length));
            Assert.IsNull(reassembler.DropReason);
        }

        [TestMethod]
        public void A_fragment_that_does_not_exist_is_empty()
        {
            byte[] message = new byte[29];
            byte[] fragment = new byte[20];
            Assert.AreEqual(0, ScpFragmenter.Write(message, 29, 23, 2, fragment));
            Assert.AreEqual(0, ScpFragmenter.Write(message, 29, 23, -1, fragment));
        }

        [TestMethod]
        public void Two_captured_writes_make_one_message()
        {
            ScpReassembler reassembler = new ScpReassembler();
            Assert.AreEqual(0, Accept(reassembler, FirstHalf));
            Assert.AreEqual(29, Accept(reassembler, SecondHalf));
            Assert.AreEqual(ScpFrame.ComputeChecksum(reassembler.Message), ScpFrame.ReadChecksum(reassembler.Message));
        }

        [TestMethod]
        public void A_fragment_out_of_order_is_dropped_by_name()
        {
            ScpReassembler reassembler = new ScpReassembler();
            Accept(reassembler, "02" + FirstHalf.Substring(2));
            Assert.AreEqual(10, Accept(reassembler, SecondHalf));
            Assert.AreEqual("fragment 0, expected 1", reassembler.DropReason);
        }

        [TestMethod]
        public void A_message_that_would_grow_beyond_bounds_is_dropped()
        {
            ScpReassembler reassembler = new ScpReassembler();
            byte[] fragment = new byte[20];
            fragment[0] = 200;
            Assert.AreEqual(0, reassembler.Accept(fragment, 20));
            Assert.AreEqual("message of more than 64 bytes", reassembler.DropReason);
            Assert.AreEqual(5, Accept(reassembler, "00C900041C"));
        }

        [TestMethod]
        public void A_reset_forgets_the_half_message()
        {
            ScpReassembler reassembler = new ScpReassembler();
            Accept(reassembler, FirstHalf);
            reassembler.Reset();
            Assert.AreEqual(5, Accept(reassembler, "00C900041C"));
            Assert.IsNull(reassembler.DropReason);
        }

        private static int Accept(ScpReassembler reassembler, string hex)
        {
            byte[] value = Hex.Bytes(hex);
            return reassembler.Accept(value, value.Length);
        }
    }
}
