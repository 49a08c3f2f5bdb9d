using nanoFramework.Device.Bluetooth;

namespace IqosDevice.NanoFramework.Tests.Bluetooth;

public sealed class BufferTests
{
    [Fact]
    public void A_writer_grows_and_a_reader_reads_it_back_little_endian()
    {
        var writer = new DataWriter();
        writer.WriteBytes(new byte[40]);
        writer.WriteUInt16(0x1234);
        writer.WriteUInt32(0x89ABCDEF);
        writer.WriteByte(7);
        writer.WriteString("nano").ShouldBe(4U);

        DataReader reader = DataReader.FromBuffer(writer.DetachBuffer());

        reader.ReadBytes(new byte[40]);
        reader.ReadByte().ShouldBe((byte)0x34);
        reader.ReadByte().ShouldBe((byte)0x12);
        reader.ReadUInt32().ShouldBe(0x89ABCDEF);
        reader.ReadByte().ShouldBe((byte)7);
        reader.UnconsumedBufferLength.ShouldBe(4U);
    }

    [Fact]
    public void Reading_past_the_end_throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => DataReader.FromBuffer(new DataWriter()).ReadByte());

    [Fact]
    public void The_length_cannot_exceed_the_capacity()
    {
        var buffer = new nanoFramework.Device.Bluetooth.Buffer(4);

        buffer.Length.ShouldBe(0U);
        Should.Throw<ArgumentException>(() => buffer.Length = 5);
    }
}
