using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

public sealed class ScpFragmentTests
{
    private readonly ScpReassembler reassembler = new();

    [Fact]
    public void A_message_of_28_bytes_behind_SEQ_arrives_as_19_and_9()
    {
        Accept("01C94F04640400FFFFFF09000000000000000000").ShouldBe(0);
        Accept("0000000000000000000C").ShouldBe(29);

        Hex.Text(reassembler.Message, 29).ShouldBe("00C94F04640400FFFFFF09" + new string('0', 34) + "0C");
        ScpFrame.TotalBytes(reassembler.Message, 29).ShouldBe(29);
        ScpFrame.ReadChecksum(reassembler.Message).ShouldBe(ScpFrame.ComputeChecksum(reassembler.Message));
        reassembler.DropReason.ShouldBeNull();
    }

    [Theory]
    [InlineData(23, 29, new[] { 20, 10 })]
    [InlineData(23, 40, new[] { 20, 20, 2 })]
    [InlineData(23, 20, new[] { 20 })]
    [InlineData(23, 21, new[] { 20, 2 })]
    [InlineData(32, 29, new[] { 29 })]
    [InlineData(31, 29, new[] { 28, 2 })]
    [InlineData(247, 40, new[] { 40 })]
    [InlineData(0, 21, new[] { 20, 2 })]
    public void Fragments_fill_the_notification_and_count_down(int attMtuBytes, int messageBytes, int[] lengths)
    {
        byte[] message = Message(messageBytes);
        byte[] fragment = new byte[ScpServer.MaxMessageBytes];

        ScpFragmenter.Count(messageBytes, attMtuBytes).ShouldBe(lengths.Length);
        for (int index = 0; index < lengths.Length; index++)
        {
            ScpFragmenter.Write(message, messageBytes, attMtuBytes, index, fragment).ShouldBe(lengths[index]);
            fragment[0].ShouldBe((byte)(lengths.Length - 1 - index));
        }

        ScpFragmenter.Write(message, messageBytes, attMtuBytes, lengths.Length, fragment).ShouldBe(0);
        ScpFragmenter.Write(message, messageBytes, attMtuBytes, -1, fragment).ShouldBe(0);
    }

    [Fact]
    public void What_the_fragmenter_splits_the_reassembler_joins_at_every_length_and_MTU()
    {
        byte[] fragment = new byte[ScpServer.MaxMessageBytes];
        for (int attMtuBytes = 23; attMtuBytes <= 70; attMtuBytes++)
        {
            for (int messageBytes = 5; messageBytes <= ScpServer.MaxMessageBytes; messageBytes++)
            {
                byte[] message = Message(messageBytes);
                int joined = 0;
                for (int index = 0; index < ScpFragmenter.Count(messageBytes, attMtuBytes); index++)
                {
                    joined.ShouldBe(0);
                    int length = ScpFragmenter.Write(message, messageBytes, attMtuBytes, index, fragment);
                    length.ShouldBeLessThanOrEqualTo(attMtuBytes - 3);
                    joined = reassembler.Accept(fragment, length);
                }

                joined.ShouldBe(messageBytes);
                reassembler.Message.AsSpan(0, joined).SequenceEqual(message).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void A_fragment_out_of_order_drops_what_came_before_and_starts_anew()
    {
        Accept("02C94F0404").ShouldBe(0);
        Accept("00C900041C").ShouldBe(5);

        reassembler.DropReason.ShouldBe("fragment 0, expected 1");
        Hex.Text(reassembler.Message, 5).ShouldBe("00C900041C");
    }

    [Fact]
    public void A_message_that_grows_too_long_is_dropped_and_the_next_one_served()
    {
        Accept("03" + new string('A', 60)).ShouldBe(0);
        Accept("02" + new string('A', 60)).ShouldBe(0);
        Accept("01" + new string('A', 60)).ShouldBe(0);
        reassembler.DropReason.ShouldBe("message of more than 64 bytes");

        Accept("00C900041C").ShouldBe(5);
        reassembler.DropReason.ShouldBeNull();
    }

    [Fact]
    public void A_fragment_that_announces_more_than_can_ever_fit_is_dropped_at_once()
    {
        Accept("C0C94F04").ShouldBe(0);
        reassembler.DropReason.ShouldBe("message of more than 64 bytes");
        Accept("BFC94F04").ShouldBe(0);
        Accept("00C900041C").ShouldBe(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("01")]
    public void A_write_without_content_is_dropped(string hex)
    {
        Accept(hex).ShouldBe(0);
        reassembler.DropReason.ShouldNotBeNull();
    }

    [Fact]
    public void A_reset_forgets_the_half_message()
    {
        Accept("01C94F0404").ShouldBe(0);
        reassembler.Reset();
        Accept("00C900041C").ShouldBe(5);
        reassembler.DropReason.ShouldBeNull();
    }

    private static byte[] Message(int bytes)
    {
        byte[] message = new byte[bytes];
        for (int index = 1; index < bytes; index++)
        {
            message[index] = (byte)index;
        }

        return message;
    }

    private int Accept(string hex)
    {
        byte[] value = Hex.Bytes(hex);
        return reassembler.Accept(value, value.Length);
    }
}
