using System.Text;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Storage;

public sealed class RecordStoreTests
{
    private readonly TearingStorage medium = new();

    [Fact]
    public void Crc32_of_the_check_string_is_CBF43926() =>
        Crc32.Compute(Encoding.ASCII.GetBytes("123456789"), 0, 9).ShouldBe(0xCBF43926);

    [Fact]
    public void A_new_device_has_defaults_and_has_lost_nothing()
    {
        var bench = new StoreBench(medium);

        bench.LostCount.ShouldBe(0);
        bench.Log.NextSequence.ShouldBe(0);
        bench.Store.HasDirty.ShouldBeFalse();
        bench.Settings.BrightnessPercent.ShouldBe(100);
        bench.Store.Gauge.ContentBytes.ShouldBe(0);
        bench.Diagnostics.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_survives_a_restart()
    {
        var first = new StoreBench(medium);
        Settings settings = first.Settings;
        settings.BrightnessPercent = 30;
        settings.ChargerBrightnessPercent = 31;
        settings.HeaterR0MicroOhm = 812345;
        settings.Dirty = true;
        UsageCounters usage = first.Usage;
        usage.TotalUses = 0x80000001;
        usage.DaysUsed = 2;
        usage.LastUseDay = 5844;
        usage.DischargedMah = 0xFFFFFFFF;
        usage.LatchedFaultRow = 11;
        usage.Dirty = true;
        first.Store.Flush().ShouldBeTrue();

        var second = new StoreBench(medium);

        (second.Settings.BrightnessPercent, second.Settings.ChargerBrightnessPercent).ShouldBe((30, 31));
        second.Settings.HeaterR0MicroOhm.ShouldBe(812345);
        second.Usage.TotalUses.ShouldBe(0x80000001);
        second.Usage.DaysUsed.ShouldBe(2u);
        second.Usage.LastUseDay.ShouldBe(5844u);
        second.Usage.DischargedMah.ShouldBe(0xFFFFFFFF);
        second.Usage.LatchedFaultRow.ShouldBe(11);
        second.Settings.Dirty.ShouldBeFalse();
    }

    [Fact]
    public void Each_switch_is_stored_for_itself()
    {
        System.Reflection.FieldInfo[] switches = [.. typeof(Settings).GetFields()
            .Where(field => field.FieldType == typeof(bool) && field.Name != nameof(Settings.Dirty))];
        switches.Length.ShouldBe(11);
        foreach (System.Reflection.FieldInfo only in switches)
        {
            var first = new StoreBench(medium);
            foreach (System.Reflection.FieldInfo field in switches)
            {
                field.SetValue(first.Settings, field == only);
            }

            first.Settings.Dirty = true;
            first.Store.Flush().ShouldBeTrue();
            var second = new StoreBench(medium);

            switches.Where(field => (bool)field.GetValue(second.Settings)!).ShouldBe([only]);
        }
    }

    [Fact]
    public void Stored_values_outside_their_range_become_defaults()
    {
        var writer = new Settings { BrightnessPercent = 0, ChargerBrightnessPercent = 101, HeaterR0MicroOhm = 559999 };
        byte[] payload = new byte[8];
        new SettingsRecord(0, writer).WritePayload(payload, 0);
        var settings = new Settings();

        new SettingsRecord(0, settings).ReadPayload(payload, 0);

        settings.BrightnessPercent.ShouldBe(100);
        settings.ChargerBrightnessPercent.ShouldBe(100);
        settings.HeaterR0MicroOhm.ShouldBe(800000);
        LittleEndian.WriteUInt32(payload, 4, 0xFFFFFFFF);
        new SettingsRecord(0, settings).ReadPayload(payload, 0);
        settings.HeaterR0MicroOhm.ShouldBe(800000);
    }

    [Fact]
    public void A_gauge_record_that_claims_too_much_is_empty()
    {
        byte[] payload = new byte[1 + GaugeRecord.MaxContentBytes];
        payload[0] = GaugeRecord.MaxContentBytes + 1;
        var gauge = new GaugeRecord(2);

        gauge.ReadPayload(payload, 0);

        gauge.ContentBytes.ShouldBe(0);
    }

    [Fact]
    public void Two_damaged_copies_give_defaults_and_a_named_loss()
    {
        var first = new StoreBench(medium);
        first.Change(1);
        first.Store.Flush();
        first.Change(2);
        first.Store.Flush();
        medium[0][12] ^= 1;
        medium[1][12] ^= 1;

        var second = new StoreBench(medium);

        second.LostCount.ShouldBe(1);
        second.VersionOf(0).ShouldBe(0);
        second.VersionOf(1).ShouldBe(2);
        second.Diagnostics.Lines.ShouldBe(["Storage: no whole copy of record 0, defaults taken"]);
        byte[] entry = new byte[EventLogEntryRecord.Bytes];
        EventLogEntryRecord.Write(second.Log, 128, entry).ShouldBe(10);
        entry[6].ShouldBe((byte)EventKind.RecordLost);
        entry[7].ShouldBe((byte)0);
    }

    [Fact]
    public void One_damaged_copy_gives_the_other_and_a_line_in_the_log()
    {
        var first = new StoreBench(medium);
        first.Change(1);
        first.Store.Flush();
        first.Change(2);
        first.Store.Flush();
        medium[2] = [];
        medium[3] = medium[3][..^1];
        medium[0] = medium[0][..^1];

        var second = new StoreBench(medium);

        second.VersionOf(0).ShouldBe(1);
        second.LostCount.ShouldBe(1);
        second.Diagnostics.Lines.ShouldBe([
            "Storage: one copy of record 0 is damaged, the other taken",
            "Storage: no whole copy of record 1, defaults taken"]);
    }

    [Fact]
    public void Every_byte_of_a_stored_record_is_covered_by_its_checksum()
    {
        var first = new StoreBench(medium);
        first.Change(1);
        first.Store.Flush();
        for (int at = 0; at < medium[1].Length; at++)
        {
            TearingStorage damaged = medium.Clone();
            damaged[1][at] ^= 0x40;

            new StoreBench(damaged).VersionOf(0).ShouldBe(0, $"byte {at}");
        }
    }

    [Fact]
    public void Copies_of_another_record_are_not_taken()
    {
        var first = new StoreBench(medium);
        first.Change(1);
        first.Store.Flush();
        medium[3] = medium[1];

        var second = new StoreBench(medium);

        second.VersionOf(1).ShouldBe(0);
        second.LostCount.ShouldBe(1);
    }

    [Fact]
    public void Sequence_numbers_wrap_without_losing_the_newest()
    {
        var settings = new Settings { BrightnessPercent = 7 };
        WriteSlot(settings, 0xFFFFFFFE);
        settings.BrightnessPercent = 8;
        WriteSlot(settings, 0xFFFFFFFF);
        for (int brightness = 9; brightness < 13; brightness++)
        {
            var bench = new StoreBench(medium);
            bench.Settings.BrightnessPercent.ShouldBe(brightness - 1);
            bench.Settings.BrightnessPercent = brightness;
            bench.Settings.Dirty = true;
            bench.Store.WriteOneDirty().ShouldBeTrue();
        }
    }

    [Fact]
    public void One_call_writes_one_record_and_all_get_their_turn()
    {
        var bench = new StoreBench(medium);
        bench.Change(1);

        for (int write = 1; write <= RecordStore.RecordCount; write++)
        {
            bench.Store.HasDirty.ShouldBeTrue();
            bench.Store.WriteOneDirty().ShouldBeTrue();
            medium.WriteCount.ShouldBe(write);
        }

        bench.Store.HasDirty.ShouldBeFalse();
        bench.Store.WriteOneDirty().ShouldBeFalse();
        medium.WriteCount.ShouldBe(RecordStore.RecordCount);
    }

    [Fact]
    public void A_new_event_rewrites_its_chunk_only()
    {
        var bench = new StoreBench(medium);
        bench.Change(1);
        bench.Store.Flush();

        bench.Log.Add(EventKind.Boot, 0, 0, 0);

        bench.Store.WriteOneDirty().ShouldBeTrue();
        bench.Store.HasDirty.ShouldBeFalse();
    }

    [Fact]
    public void A_medium_that_refuses_is_asked_less_and_less_and_named_once()
    {
        var bench = new StoreBench(medium);
        bench.Settings.Dirty = true;
        medium.Refuses = true;
        for (int call = 0; call < 1000; call++)
        {
            bench.Store.WriteOneDirty().ShouldBeFalse();
        }

        medium.WriteCount.ShouldBeInRange(5, 8);
        bench.Diagnostics.Lines.ShouldBe(["Storage: record 0 could not be written, will be tried again"]);
        bench.Store.Flush().ShouldBeFalse();
        medium.Refuses = false;
        bench.Store.Flush().ShouldBeTrue();
        bench.Settings.Dirty.ShouldBeFalse();
    }

    [Fact]
    public void A_record_that_cannot_be_written_does_not_keep_the_others_waiting()
    {
        var bench = new StoreBench(medium);
        bench.Settings.Dirty = true;
        medium.Refuses = true;
        bench.Store.WriteOneDirty().ShouldBeFalse();
        medium.Refuses = false;
        bench.Usage.Dirty = true;

        bench.Store.WriteOneDirty().ShouldBeTrue();

        bench.Usage.Dirty.ShouldBeFalse();
        bench.Settings.Dirty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_garbage_in_the_slots_is_survived(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++)
        {
            var garbage = new TearingStorage();
            for (int slot = 0; slot < RecordStore.SlotCount; slot++)
            {
                byte[] content = new byte[random.Next(0, 300)];
                random.NextBytes(content);
                garbage[slot] = content;
            }

            var bench = new StoreBench(garbage);
            bench.VersionOf(0).ShouldBe(0);
            bench.Store.Flush().ShouldBeTrue();
        }
    }

    private void WriteSlot(Settings settings, uint sequence)
    {
        byte[] buffer = new byte[64];
        int length = RecordImage.Write(new SettingsRecord(0, settings), sequence, buffer);
        medium[(int)(sequence & 1)] = buffer[..length];
    }
}
