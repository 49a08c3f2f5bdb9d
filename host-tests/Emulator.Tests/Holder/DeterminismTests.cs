using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Tests.Holder;

public sealed class DeterminismTests
{
    [Fact]
    public void Equal_seeds_and_acts_give_equal_traces()
    {
        Play(seed: 1).ShouldBe(Play(seed: 1));
    }

    [Fact]
    public void Another_seed_gives_another_trace()
    {
        Play(seed: 2).ShouldNotBe(Play(seed: 1));
    }

    [Fact]
    public void Another_act_gives_another_trace()
    {
        using VirtualHolder quiet = VirtualHolder.Start();
        using VirtualHolder touched = VirtualHolder.Start();
        touched.InsertStick();
        quiet.Advance(TimeSpan.FromSeconds(5));
        touched.Advance(TimeSpan.FromSeconds(5));

        touched.TraceHash.ShouldNotBe(quiet.TraceHash);
    }

    [Fact]
    public void How_time_is_cut_and_looking_at_the_holder_do_not_change_the_trace()
    {
        using VirtualHolder whole = VirtualHolder.Start();
        using VirtualHolder cut = VirtualHolder.Start();
        whole.Advance(TimeSpan.FromSeconds(10));
        for (int i = 0; i < 1000; i++)
        {
            cut.Advance(TimeSpan.FromMilliseconds(10));
            cut.Snapshot();
        }

        cut.TraceHash.ShouldBe(whole.TraceHash);
    }

    [Fact]
    public void Many_holders_interleaved_on_one_thread_do_not_disturb_each_other()
    {
        const int count = 8;
        string[] alone = [.. Enumerable.Range(1, count).Select(seed => Play((ulong)seed))];

        VirtualHolder[] holders = [.. Enumerable.Range(1, count).Select(seed => Begin((ulong)seed))];
        for (int ms = 0; ms < DurationMs; ms += 50)
        {
            foreach (VirtualHolder holder in holders)
            {
                holder.Advance(TimeSpan.FromMilliseconds(50));
            }
        }

        holders.Select(holder => holder.TraceHash).ShouldBe(alone);
        Array.ForEach(holders, holder => holder.Dispose());
    }

    private const int DurationMs = 30_000;

    private static string Play(ulong seed)
    {
        using VirtualHolder holder = Begin(seed);
        holder.Advance(TimeSpan.FromMilliseconds(DurationMs));
        return holder.TraceHash;
    }

    private static VirtualHolder Begin(ulong seed)
    {
        VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Seed = seed });
        holder.InsertStick();
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.PlayPuffs(PuffProfile.ByName("natural", seed));
        return holder;
    }
}
