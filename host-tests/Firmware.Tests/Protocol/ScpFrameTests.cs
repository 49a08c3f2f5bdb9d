using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Tests.Protocol;

public sealed class ScpFrameTests
{
    [Theory]
    [InlineData(0x00, 0)]
    [InlineData(0x44, 4)]
    [InlineData(0x48, 14)]
    [InlineData(0x4F, 24)]
    public void The_payload_class_gives_the_payload_length(int control, int bytes) =>
        ScpFrame.ClassBytes(control).ShouldBe(bytes);

    [Theory]
    [InlineData(0, 0x00)]
    [InlineData(1, 0x04)]
    [InlineData(4, 0x04)]
    [InlineData(5, 0x08)]
    [InlineData(14, 0x08)]
    [InlineData(15, 0x0C)]
    [InlineData(24, 0x0C)]
    public void The_smallest_class_that_holds_a_value_is_taken(int bytes, int bits) =>
        ScpFrame.SmallestClassBits(bytes).ShouldBe(bits);

    [Theory]
    [InlineData(0xC0, 0xC0)]
    [InlineData(0xC9, 0x08)]
    [InlineData(0xD2, 0x90)]
    public void A_reply_comes_from_the_mapped_address(int request, int reply) =>
        ScpFrame.ReplyAddress((byte)request).ShouldBe((byte)reply);

    [Theory]
    [InlineData("00C00000", 5)]
    [InlineData("00C94404", 9)]
    [InlineData("00C94805", 19)]
    [InlineData("00C94F04", 29)]
    [InlineData("0008900A", 16)]
    [InlineData("000890FF", 261)]
    [InlineData("00C000", 0)]
    public void The_whole_size_follows_from_the_first_four_bytes(string hex, int bytes)
    {
        byte[] frame = Hex.Bytes(hex);
        ScpFrame.TotalBytes(frame, frame.Length).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("00C0000000", false)]
    [InlineData("00C000000000", true)]
    [InlineData("00C90000000000", true)]
    [InlineData("00C0000000000000", false)]
    [InlineData("00C00000000001", false)]
    [InlineData("00C00003090000", false)]
    public void Only_the_version_request_may_have_zeros_behind_it(string hex, bool isPadded)
    {
        byte[] frame = Hex.Bytes(hex);
        ScpFrame.IsPaddedVersionRequest(frame, frame.Length).ShouldBe(isPadded);
    }

    [Fact]
    public void Integers_are_little_endian_and_limited_to_what_fits()
    {
        byte[] buffer = new byte[4];

        LittleEndian.WriteInt16(buffer, 0, -2);
        LittleEndian.ReadInt16(buffer, 0).ShouldBe(-2);
        LittleEndian.WriteInt16(buffer, 0, 40000);
        LittleEndian.ReadInt16(buffer, 0).ShouldBe(short.MaxValue);
        LittleEndian.WriteInt16(buffer, 0, -40000);
        LittleEndian.ReadInt16(buffer, 0).ShouldBe(short.MinValue);
        LittleEndian.WriteUInt32(buffer, 0, 0x87050021);
        Hex.Text(buffer).ShouldBe("21000587");
        LittleEndian.ReadUInt32(buffer, 0).ShouldBe(0x87050021);
    }
}
