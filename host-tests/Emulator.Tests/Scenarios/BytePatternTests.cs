using IqosDevice.Emulator.Scenarios.Conditions;

namespace IqosDevice.Emulator.Tests.Scenarios;

public sealed class BytePatternTests
{
    [Theory]
    [InlineData("00 C9 01", "00C901", true)]
    [InlineData("00C901", "00C901", true)]
    [InlineData("00:c9-01", "00C901", true)]
    [InlineData("00 C9 01", "00C902", false)]
    [InlineData("00 C9 01", "00C90100", false)]
    [InlineData("00 ?? 01", "00C901", true)]
    [InlineData("00 ??", "00", false)]
    [InlineData("00 *", "00", true)]
    [InlineData("00 *", "00C901", true)]
    [InlineData("00 C9 *", "00", false)]
    [InlineData("00 C9 00 04 crc", "00C900041C", true)]
    [InlineData("00 C9 00 04 crc", "00C900041D", false)]
    [InlineData("00 C9 00 04 crc", "00C90004", false)]
    [InlineData("00 C0 10 02 00 04 crc", "00C01002000438EF", true)]
    [InlineData("'AB*'", "414243", true)]
    [InlineData("'AB'", "414243", false)]
    public void Matches_what_it_says(string pattern, string value, bool matches) =>
        BytePattern.Parse(pattern).Matches(Convert.FromHexString(value)).ShouldBe(matches);

    [Fact]
    public void Any_value_at_all_is_survived()
    {
        BytePattern sealedPattern = BytePattern.Parse("crc");
        BytePattern open = BytePattern.Parse("*");
        for (int length = 0; length < 40; length++)
        {
            for (int fill = 0; fill < 256; fill += 17)
            {
                byte[] value = [.. Enumerable.Repeat((byte)fill, length)];
                Should.NotThrow(() => sealedPattern.Matches(value));
                open.Matches(value).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void The_checksum_of_a_frame_to_send_is_filled_in()
    {
        BytePattern.Parse("00 C9 00 04 crc").ToFrame().ShouldBe(Convert.FromHexString("00C900041C"));
        BytePattern.Parse("00 C0 10 02 00 04 crc").ToFrame().ShouldBe(Convert.FromHexString("00C01002000438EF"));
    }
}
