using IqosDevice.Cli.Decoding;

namespace IqosDevice.Cli.Tests.Decoding;

public sealed class FrameDecoderTests
{
    // 20 bytes: SEQ and the first 19 bytes of a class 3 message of 28.
    private const string FirstPiece = "01C94F0404000000000000000000000000000000";
    private const string LastPiece = "000000000000000000";

    [Fact]
    public void Pieces_of_a_message_are_joined()
    {
        byte[] message = [0xC9, 0x4F, 0x04, 0x64, 0x04, .. new byte[22], 0];
        message[^1] = ScpChecksumOf(message.AsSpan(1, message.Length - 2));
        byte[] first = [0x01, .. message.AsSpan(0, 19)];
        byte[] last = [0x00, .. message.AsSpan(19)];

        FrameExplanation frame = Explain(first, last).ShouldHaveSingleItem();

        last.Length.ShouldBe(10);
        frame.Correct.ShouldBeTrue();
        frame.Label.ShouldBe("0 + 1");
        frame.Summary.ShouldBe("Charge-start vibration on");
    }

    [Fact]
    public void A_piece_without_its_successor_is_wrong()
    {
        FrameExplanation frame = Explain(HexText.Parse(FirstPiece)).ShouldHaveSingleItem();

        frame.Problems.ShouldHaveSingleItem().ShouldBe("incomplete: the piece with SEQ 00 is missing");
    }

    [Fact]
    public void Lost_pieces_are_shown_as_they_were_captured_even_if_they_held_nothing()
    {
        Explain([0x02, 0xC9], [0x01]).ShouldHaveSingleItem().Hex.ShouldBe("02 C9 + 01");
    }

    [Fact]
    public void A_piece_out_of_order_spoils_the_message_and_not_the_next_one()
    {
        byte[] first = HexText.Parse("02" + FirstPiece[2..]);

        IReadOnlyList<FrameExplanation> frames = Explain(first, HexText.Parse("00C0010015"));

        frames.Count.ShouldBe(2);
        frames[0].Problems.ShouldHaveSingleItem().ShouldBe("incomplete: the piece with SEQ 01 is missing");
        frames[1].Correct.ShouldBeTrue();
    }

    [Theory]
    [InlineData("00C001", "3 bytes are too few: the shortest frame has 5")]
    [InlineData("00C9440402FF", "6 bytes are too few: payload class 1 makes 9")]
    [InlineData("00C91002010175", "7 bytes are too few: LEN 02 makes 8")]
    [InlineData("00C001001500", "6 bytes are too many: the header makes 5")]
    [InlineData("00C0000000000000", "8 bytes are too many: the header makes 5")]
    public void A_wrong_length_is_named(string hex, string problem)
    {
        FrameExplanation frame = Explain(HexText.Parse(hex)).ShouldHaveSingleItem();

        frame.Problems.ShouldContain(problem);
    }

    [Fact]
    public void A_wrong_long_checksum_is_named_in_the_order_of_the_wire()
    {
        FrameExplanation frame = Explain(HexText.Parse("00C91002010175D7")).ShouldHaveSingleItem();

        frame.Problems.ShouldHaveSingleItem().ShouldBe("CRC16 75 D7, expected 75 D6");
    }

    [Fact]
    public void An_unknown_command_with_a_right_checksum_is_right()
    {
        FrameExplanation frame = Explain([0x00, 0xC0, 0x00, 0x7F, ScpChecksumOf([0x00, 0x7F])]).ShouldHaveSingleItem();

        frame.Correct.ShouldBeTrue();
        frame.Summary.ShouldBe("Unknown command 00 7F");
    }

    [Theory]
    [InlineData("0F0038", "3 bytes: a battery record has 7 docked and 6 not docked")]
    [InlineData("0F003819B40E", "the flags say docked, but the holder's charge (byte 6) is missing")]
    [InlineData("07003819B40E64", "the flags say not docked, but there is a byte 6")]
    public void A_battery_record_of_the_wrong_size_is_wrong(string hex, string problem)
    {
        var captured = new CapturedFrame("row", FrameKind.Battery, HexText.Parse(hex));

        FrameDecoder.Explain([captured]).ShouldHaveSingleItem().Problems.ShouldHaveSingleItem().ShouldBe(problem);
    }

    [Theory]
    [InlineData("0F003819B40E64")]
    [InlineData("07003819B40E")]
    public void A_battery_record_is_recognised_without_being_called_one(string hex) =>
        Explain(HexText.Parse(hex)).ShouldHaveSingleItem().Kind.ShouldBe("battery");

    [Fact]
    public void Every_prefix_and_every_flipped_byte_of_a_frame_is_explained_without_an_exception()
    {
        byte[] frame = HexText.Parse("0008900A0004DA0701015733841C21CE");
        for (int index = 0; index < frame.Length; index++)
        {
            Explain(frame[..(index + 1)]).ShouldNotBeEmpty();
            for (int value = 0; value < 256; value++)
            {
                byte[] changed = [.. frame];
                changed[index] = (byte)value;
                Explain(changed).ShouldNotBeEmpty();
            }
        }

        Explain(HexText.Parse(LastPiece)).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<FrameExplanation> Explain(params byte[][] frames) =>
        FrameDecoder.Explain(frames.Select((bytes, index) => new CapturedFrame(index.ToString(), FrameKind.Auto, bytes)));

    // The definition, written a second time: polynomial 0x07, init 0, not reflected, no final xor.
    private static byte ScpChecksumOf(ReadOnlySpan<byte> bytes)
    {
        byte crc = 0;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (byte)((crc << 1) ^ ((crc >> 7) * 0x07));
            }
        }

        return crc;
    }
}
