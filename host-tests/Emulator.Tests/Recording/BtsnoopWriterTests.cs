using IqosDevice.Emulator.Recording;

namespace IqosDevice.Emulator.Tests.Recording;

public sealed class BtsnoopWriterTests
{
    private static readonly byte[] ReadRequest = Convert.FromHexString("024020070003000400" + "0A0300");

    [Fact]
    public void Header_and_record_are_as_the_format_has_them()
    {
        using var stream = new MemoryStream();
        using var writer = new BtsnoopWriter(stream);

        writer.Write(0, BtsnoopFlags.Received, ReadRequest);

        Convert.ToHexString(stream.ToArray()).ShouldBe(
            "6274736E6F6F7000" + "00000001" + "000003EA"
            + "0000000C" + "0000000C" + "00000001" + "00000000" + "00E324FB554FC000"
            + "024020070003000400" + "0A0300");
    }

    [Fact]
    public void Time_begins_with_2026_and_counts_microseconds()
    {
        const long unixEpochUs = 0x00E0_3AB4_4A67_6000 - 946_684_800_000_000;
        DateTimeOffset.UnixEpoch.AddMicroseconds(BtsnoopWriter.EpochUs - unixEpochUs)
            .ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

        using var stream = new MemoryStream();
        using var writer = new BtsnoopWriter(stream);
        writer.Write(1_234_567, BtsnoopFlags.None, ReadRequest);
        BtsnoopReader.Read(stream.ToArray()).Single().AtUs.ShouldBe(1_234_567);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    [InlineData(5000)]
    public void A_packet_of_any_size_is_kept_whole(int packetBytes)
    {
        byte[] packet = [.. Enumerable.Range(0, packetBytes).Select(index => (byte)index)];
        using var stream = new MemoryStream();
        using var writer = new BtsnoopWriter(stream);

        writer.Write(1, BtsnoopFlags.None, packet);
        writer.Write(2, BtsnoopFlags.CommandOrEvent, ReadRequest);

        BtsnoopReader.Read(stream.ToArray()).ShouldBe(
        [
            new BtsnoopRecord(1, BtsnoopFlags.None, Convert.ToHexString(packet)),
            new BtsnoopRecord(2, BtsnoopFlags.CommandOrEvent, Convert.ToHexString(ReadRequest)),
        ]);
    }
}
