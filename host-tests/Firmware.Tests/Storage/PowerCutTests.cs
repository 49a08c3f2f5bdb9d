using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Storage;

/// <summary>
/// Power lost at every byte of every slot write, over a medium that really tears: after the restart each record is
/// the old or the new one, never a mixture, and the next write works.
/// </summary>
public sealed class PowerCutTests
{
    public static TheoryData<TornTail, int> Cases
    {
        get
        {
            var cases = new TheoryData<TornTail, int>();
            foreach (TornTail tail in Enum.GetValues<TornTail>())
            {
                // Lives before the cut: none (a new device), one, two (both slots in use), three.
                for (int lives = 0; lives <= 3; lives++)
                {
                    cases.Add(tail, lives);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cut_at_every_byte_of_every_write_leaves_the_old_or_the_new_record(TornTail tail, int lives)
    {
        TearingStorage before = MediumAfter(lives);
        for (int write = 0; write < RecordStore.RecordCount; write++)
        {
            int cut = 0;
            while (CutOnce(before.Clone(), tail, lives, write, cut))
            {
                cut++;
            }

            cut.ShouldBeGreaterThan(RecordImage.HeaderBytes + RecordImage.ChecksumBytes);
        }
    }

    /// <summary>Changes everything, cuts one write, restarts, judges; false where the write has no such byte.</summary>
    private static bool CutOnce(TearingStorage medium, TornTail tail, int lives, int write, int cut)
    {
        int fresh = lives + 1;
        var first = new StoreBench(medium);
        first.Change(fresh);
        for (int done = 0; done < write; done++)
        {
            first.Store.WriteOneDirty().ShouldBeTrue();
        }

        medium.CutAfterBytes = cut;
        medium.Tail = tail;
        try
        {
            first.Store.WriteOneDirty();
            return false;
        }
        catch (PowerCutException)
        {
            medium.CutAfterBytes = -1;
            Judge(medium, lives, write, cut);
            return true;
        }
    }

    private static void Judge(TearingStorage medium, int lives, int write, int cut)
    {
        int fresh = lives + 1;
        var second = new StoreBench(medium);
        for (int record = 0; record < RecordStore.RecordCount; record++)
        {
            int version = second.VersionOf(record);
            int turn = TurnOf(record);
            bool isRight = turn < write ? version == fresh
                : turn > write ? version == lives
                : version == lives || version == fresh;
            isRight.ShouldBeTrue($"record {record} is {version} after write {write}, byte {cut}");
        }

        second.Change(fresh + 1);
        second.Store.Flush().ShouldBeTrue();
        var third = new StoreBench(medium);
        third.LostCount.ShouldBe(0);
        for (int record = 0; record < RecordStore.RecordCount; record++)
        {
            third.VersionOf(record).ShouldBe(fresh + 1);
        }
    }

    /// <summary>Records are written in turn, beginning behind the first.</summary>
    private static int TurnOf(int record) => (record + RecordStore.RecordCount - 1) % RecordStore.RecordCount;

    private static TearingStorage MediumAfter(int lives)
    {
        var medium = new TearingStorage();
        for (int version = 1; version <= lives; version++)
        {
            var bench = new StoreBench(medium);
            bench.Change(version);
            bench.Store.Flush().ShouldBeTrue();
        }

        return medium;
    }
}
