using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Recording;
using IqosDevice.Emulator.Tests.Holder;

namespace IqosDevice.Emulator.Tests.Recording;

public sealed class AttCaptureTests
{
    private const BtsnoopFlags Event = BtsnoopFlags.Received | BtsnoopFlags.CommandOrEvent;

    [Fact]
    public void A_session_begins_with_its_connection_and_ends_with_its_end()
    {
        List<BtsnoopRecord> records = BtsnoopReader.Read(CapturedSession.Record());

        records[0].ShouldBe(new BtsnoopRecord(1_000_000, Event, "043E1301" + "00" + "4000" + "01" + "01" + "0100000000F2" + "180000" + "00F40100"));
        records[1].ShouldBe(new BtsnoopRecord(1_000_000, BtsnoopFlags.Received, "0240200700" + "03000400" + "02F700"));
        records[2].ShouldBe(new BtsnoopRecord(1_000_000, BtsnoopFlags.None, "0240000700" + "03000400" + "03F700"));
        records[^1].Packet.ShouldBe("0405040040" + "00" + "13");
        records[^1].Flags.ShouldBe(Event);
        records.Select(record => record.AtUs).ShouldBeInOrder();
    }

    [Fact]
    public void Equal_runs_give_equal_files() => CapturedSession.Record().ShouldBe(CapturedSession.Record());

    [Fact]
    public void Replies_carry_the_time_at_which_they_are_on_the_air()
    {
        List<BtsnoopRecord> records = BtsnoopReader.Read(CapturedSession.Record());

        int write = records.FindIndex(record => record.Packet.EndsWith("00C0010015", StringComparison.Ordinal));
        int reply = records.FindIndex(write, record => record.Packet.AsSpan(18).StartsWith("1B"));
        (records[reply].AtUs - records[write].AtUs).ShouldBe(30_000);
    }

    [Fact]
    public void A_link_that_the_holder_drops_is_told_from_one_that_the_client_left()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        using var file = new MemoryStream();
        using var capture = new AttCapture(holder.Queue, file);
        holder.Peripheral.Tap = capture;
        _ = new HolderClient(holder, exchangeMtu: false);

        holder.DropLink();

        BtsnoopReader.Read(file.ToArray())[^1].Packet.ShouldBe("0405040040" + "00" + "16");
    }

    [Fact]
    public void A_file_cut_anywhere_is_readable_up_to_there()
    {
        byte[] file = CapturedSession.Record();
        List<BtsnoopRecord> whole = BtsnoopReader.Read(file);

        for (int cut = BtsnoopWriter.HeaderBytes; cut < file.Length; cut++)
        {
            List<BtsnoopRecord> part = BtsnoopReader.Read(file.AsSpan(0, cut));
            part.Count.ShouldBeLessThan(whole.Count);
            part.SequenceEqual(whole.Take(part.Count)).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_record_is_one_write()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        using var file = new LimitedStream();
        using var capture = new AttCapture(holder.Queue, file);
        holder.Peripheral.Tap = capture;

        _ = new HolderClient(holder);

        file.Writes.ShouldBe(1 + BtsnoopReader.Read(file.ToArray()).Count);
    }

    [Fact]
    public void A_full_disk_ends_the_capture_and_nothing_else()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var log = new List<string>();
        using var file = new LimitedStream { MostWrites = 3 };
        using var capture = new AttCapture(holder.Queue, file, log.Add);
        holder.Peripheral.Tap = capture;

        var client = new HolderClient(holder);

        client.Read(HolderClient.BatteryInformation)[0].ShouldBe((byte)0x0B);
        log.ShouldBe(["the capture ends here: no space"]);
        BtsnoopReader.Read(file.ToArray()).Count.ShouldBe(2);
    }

    [Fact]
    public void What_happens_after_the_capture_was_ended_is_left_out()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        using var file = new MemoryStream();
        var capture = new AttCapture(holder.Queue, file);
        holder.Peripheral.Tap = capture;

        capture.Dispose();
        _ = new HolderClient(holder);

        BtsnoopReader.Read(file.ToArray()).ShouldBeEmpty();
    }
}
