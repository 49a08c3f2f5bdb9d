using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Storage;

public sealed class EventLogTests
{
    private const int LastSequence = 0xFFFE;

    private readonly EventLog log = new();
    private readonly byte[] entry = new byte[EventLogEntryRecord.Bytes];

    [Fact]
    public void An_empty_log_has_nothing_from_anywhere()
    {
        foreach (int sequence in new[] { 0, 1, 64, LastSequence, 0xFFFF })
        {
            log.IndexOf(sequence).ShouldBe(-1);
            log.FirstFrom(sequence).ShouldBe(log.NextSequence);
        }

        log.Dirty.ShouldBeFalse();
    }

    [Fact]
    public void Entries_are_found_by_their_number_until_64_came_after_them()
    {
        for (int added = 1; added <= 300; added++)
        {
            log.Add(EventKind.Boot, 0, added - 1, 0);
            log.NextSequence.ShouldBe(added);
            for (int sequence = 0; sequence < added + 2; sequence++)
            {
                bool isHeld = sequence < added && sequence >= added - EventLog.CapacityCount;
                (EventLogEntryRecord.Write(log, sequence, entry) > 0).ShouldBe(isHeld);
                if (isHeld)
                {
                    LittleEndian.ReadUInt16(entry, 0).ShouldBe(sequence);
                    LittleEndian.ReadInt16(entry, 8).ShouldBe(sequence);
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 36)]
    [InlineData(35, 36)]
    [InlineData(36, 36)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    [InlineData(101, 36)]
    [InlineData(60000, 36)]
    [InlineData(0xFFFF, 36)]
    [InlineData(-1, 36)]
    public void A_listing_starts_at_the_number_asked_for_or_at_the_oldest(int asked, int first)
    {
        Add(100);
        log.FirstFrom(asked).ShouldBe(first);
    }

    [Fact]
    public void Numbers_wrap_below_the_one_that_ends_a_listing()
    {
        Add(LastSequence);
        log.NextSequence.ShouldBe(LastSequence);
        Add(10);

        log.NextSequence.ShouldBe(9);
        log.IndexOf(0xFFFF).ShouldBe(-1);
        var listed = new List<int>();
        for (int sequence = log.FirstFrom(LastSequence - 3); sequence != log.NextSequence;
            sequence = log.FirstFrom(EventLog.Following(sequence)))
        {
            listed.Add(sequence);
        }

        listed.ShouldBe([LastSequence - 3, LastSequence - 2, LastSequence - 1, LastSequence, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    [InlineData(LastSequence)]
    [InlineData(LastSequence + 1)]
    [InlineData(LastSequence + 30)]
    public void A_log_goes_on_after_a_restart_where_it_was(int count)
    {
        Add(count);
        EventLog reloaded = Reload(log, log, log, log);

        reloaded.NextSequence.ShouldBe(log.NextSequence);
        Listing(reloaded).ShouldBe(Listing(log));
        reloaded.Add(EventKind.Reset, 0, 0, 0);
        log.Add(EventKind.Reset, 0, 0, 0);
        Listing(reloaded).ShouldBe(Listing(log));
    }

    [Fact]
    public void A_chunk_that_is_a_lap_behind_or_missing_leaves_a_gap_and_no_wrong_entry()
    {
        Add(64);
        EventLog old = Reload(log, log, log, log);
        Add(40);
        var empty = new EventLog();

        // Entries 64..103 lie in chunks 0 to 2; chunk 1 (80..95) is a lap behind, chunk 3 (48..63) is missing.
        EventLog reloaded = Reload(log, old, log, empty);

        reloaded.NextSequence.ShouldBe(104);
        Listing(reloaded).ShouldBe([.. Range(40, 47), .. Range(64, 79), .. Range(96, 103)]);
        reloaded.FirstFrom(50).ShouldBe(64);
    }

    [Fact]
    public void What_does_not_fit_an_entry_is_limited()
    {
        log.Add(EventKind.Fault, 300, 100000, uint.MaxValue);
        log.Add(EventKind.Fault, -1, -100000, 0);

        EventLogEntryRecord.Write(log, 0, entry);
        Hex.Text(entry).ShouldBe("0000FFFFFFFF05FFFF7F");
        EventLogEntryRecord.Write(log, 1, entry);
        Hex.Text(entry).ShouldBe("01000000000005000080");
    }

    [Fact]
    public void Adding_and_listing_allocate_nothing()
    {
        Add(1);
        EventLogEntryRecord.Write(log, log.FirstFrom(0), entry);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++)
        {
            log.Add(EventKind.Boot, 1, 2, 3);
            EventLogEntryRecord.Write(log, log.FirstFrom(round), entry);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static EventLog Reload(params EventLog[] chunks)
    {
        var reloaded = new EventLog();
        byte[] buffer = new byte[EventLog.ChunkBytes];
        for (int chunk = 0; chunk < EventLog.ChunkCount; chunk++)
        {
            chunks[chunk].WriteChunk(chunk, buffer, 0);
            reloaded.ReadChunk(chunk, buffer, 0);
        }

        reloaded.FinishLoading();
        return reloaded;
    }

    private static List<int> Listing(EventLog log)
    {
        var listed = new List<int>();
        for (int sequence = log.FirstFrom(0xFFFF); sequence != log.NextSequence;
            sequence = log.FirstFrom(EventLog.Following(sequence)))
        {
            listed.Add(sequence);
        }

        return listed;
    }

    private void Add(int count)
    {
        for (int added = 0; added < count; added++)
        {
            log.Add(EventKind.Boot, 0, 0, 0);
        }
    }
}
