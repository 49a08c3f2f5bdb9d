using IqosDevice.Cli.Decoding;

namespace IqosDevice.Cli.Tests.Decoding;

public sealed class CaptureFileTests
{
    [Fact]
    public void Columns_are_found_by_their_names_in_any_order()
    {
        const string text = "meaning,HEX,kind,id\n\"lock, \"\"now\"\"\",00C00100 15,scp,lock-status\n";

        CapturedFrame frame = CaptureFile.Parse(text).ShouldHaveSingleItem();

        frame.Label.ShouldBe("lock-status");
        frame.Kind.ShouldBe(FrameKind.Scp);
        frame.Note.ShouldBe("lock, \"now\"");
        frame.Bytes.ShouldBe(new byte[] { 0x00, 0xC0, 0x01, 0x00, 0x15 });
    }

    [Fact]
    public void Lines_of_bare_hex_are_frames_named_after_their_line()
    {
        IReadOnlyList<CapturedFrame> frames = CaptureFile.Parse("\uFEFF# a capture\r\n\r\n00 C0 01 00 15\r\n00:C0:01:00:F6");

        frames.Select(frame => frame.Label).ShouldBe(["line 3", "line 4"]);
    }

    [Theory]
    [InlineData("", "there is no frame in it")]
    [InlineData("id,hex\n", "there is no frame in it")]
    [InlineData("id,hex\nonly-an-id\n", "line 2: no column 2 (hex)")]
    [InlineData("00C0010015\nnonsense", "line 2: 'n' at position 1 is not a hex digit")]
    public void What_is_wrong_is_named(string text, string message) =>
        Should.Throw<FormatException>(() => CaptureFile.Parse(text)).Message.ShouldBe(message);
}
