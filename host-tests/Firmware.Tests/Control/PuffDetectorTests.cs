using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Tests.Control;

public sealed class PuffDetectorTests
{
    [Theory]
    [InlineData("hci", 12)]
    [InlineData("none", 0)]
    public void Counts_every_puff_of_a_regular_session(string name, int count)
    {
        HeaterBench bench = new(puffs: PuffProfile.ByName(name, 1));
        bench.RunSession();
        bench.View.PuffCount.ShouldBe(count);
    }

    [Fact]
    public void Counts_fourteen_of_worst_in_fourteen_periods()
    {
        HeaterBench bench = new(puffs: PuffProfile.ByName("worst", 1));
        bench.Start();
        while (bench.SessionSeconds < 8 + (13 * 12) + 4 + 1)
        {
            bench.Tick();
        }

        bench.View.PuffCount.ShouldBe(14);
    }

    [Fact]
    public void Counts_natural_puffs_as_they_come_whatever_the_seed()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            List<Puff> puffs = [.. PuffProfile.ByName("natural", seed).Puffs.Take(14)];
            HeaterBench bench = new(puffs: PuffProfile.ByName("natural", seed));
            bench.Start();
            while (bench.View.PuffCount < 14 && bench.SessionSeconds < 360)
            {
                // Half a second after each puff it is counted, and no other is.
                double at = puffs[Math.Min(bench.View.PuffCount, 13)].StartSeconds;
                double until = at + puffs[Math.Min(bench.View.PuffCount, 13)].Seconds + 0.5;
                int before = bench.View.PuffCount;
                while (bench.SessionSeconds < at)
                {
                    bench.Tick();
                }

                bench.View.PuffCount.ShouldBe(before, $"seed {seed}, before the puff at {at} s");
                while (bench.SessionSeconds < until)
                {
                    bench.Tick();
                }

                bench.View.PuffCount.ShouldBe(before + 1, $"seed {seed}, after the puff at {at} s");
            }

            bench.View.PuffCount.ShouldBe(14);
        }
    }

    [Fact]
    public void Sees_a_puff_while_it_lasts_and_soon_after_it_begins()
    {
        HeaterBench bench = new();
        bench.Start();
        bench.Run(60);
        bench.Plant.StartPuff(55, 2);
        bench.Run(0.3);
        bench.View.Puffing.ShouldBeTrue();
        bench.Run(1.6);
        bench.View.Puffing.ShouldBeTrue();
        bench.View.PuffCount.ShouldBe(0);
        bench.Run(0.5);
        bench.View.Puffing.ShouldBeFalse();
        bench.View.PuffCount.ShouldBe(1);
    }

    [Theory]
    [InlineData(35, 3)]
    [InlineData(35, 1.2)]
    [InlineData(55, 2)]
    [InlineData(70, 1.2)]
    [InlineData(70, 3)]
    public void Estimates_the_volume_within_a_fifth(double millilitres, double seconds)
    {
        IEnumerable<string> lines = Enumerable.Range(1, 6).Select(i => $"{20 * i},{millilitres},{seconds}");
        string csv = string.Join('\n', lines);
        HeaterBench bench = new(puffs: PuffProfile.FromCsv("same", csv));
        bench.Start();
        bench.Run(160);
        bench.View.PuffCount.ShouldBe(6);
        ((double)bench.View.MeanPuffMl).ShouldBe(millilitres, millilitres * 0.2);
    }

    [Fact]
    public void Preheat_set_point_changes_and_a_fresh_stick_are_no_puffs()
    {
        HeaterBench bench = new();
        bench.Start();
        bench.Run(60);
        bench.SetDemand(HeatPhase.Hold, 325);
        bench.Run(10);
        bench.Plant.StickInserted = false;
        bench.Run(0.1);
        bench.Plant.StickInserted = true;
        bench.Run(30);
        bench.View.PuffCount.ShouldBe(0);
    }

    [Fact]
    public void A_new_session_counts_from_zero()
    {
        HeaterBench bench = new();
        bench.Start();
        bench.Run(60);
        bench.Plant.StartPuff(55, 2);
        bench.Run(5);
        bench.SetDemand(HeatPhase.Off, 0);
        bench.Run(1);
        bench.View.PuffCount.ShouldBe(1);
        bench.Start();
        bench.View.PuffCount.ShouldBe(0);
        bench.View.MeanPuffMl.ShouldBe(0);
    }

    [Theory]
    [InlineData(float.NaN, 0.02f, 335f)]
    [InlineData(float.PositiveInfinity, 0.02f, 335f)]
    [InlineData(2f, float.NaN, 335f)]
    [InlineData(2f, -1f, 335f)]
    [InlineData(2f, 0.02f, float.NaN)]
    [InlineData(2f, 0.02f, float.NegativeInfinity)]
    public void Nonsense_neither_counts_nor_sticks(float watts, float seconds, float celsius)
    {
        PuffDetector detector = new();
        Feed(detector, 2f, 3);
        for (int i = 0; i < 100; i++)
        {
            detector.Step(seconds, watts, celsius, 335f, counting: true);
        }

        detector.Count.ShouldBe(0);
        Feed(detector, 2f, 3);
        Feed(detector, 3.4f, 2);
        Feed(detector, 2.4f, 1);
        detector.Count.ShouldBe(1);
        detector.LastPuffMs.ShouldBeInRange(1950, 2050);
    }

    [Theory]
    [InlineData(1.5, 1)]
    [InlineData(0.4, 0)]
    public void A_puff_that_takes_the_heater_of_an_empty_cell_out_of_reach_counts_once(double seconds, int count)
    {
        PuffDetector detector = new();
        Feed(detector, 2f, 3);
        double fallPerTick = 41 / (seconds * 50);
        for (double celsius = 335; celsius > 250; celsius -= fallPerTick)
        {
            detector.Step(0.02f, 3.4f, (float)celsius, 335f, counting: true);
        }

        detector.Puffing.ShouldBeFalse();
        detector.Count.ShouldBe(count);
    }

    private static void Feed(PuffDetector detector, float watts, double seconds)
    {
        for (int i = 0; i < seconds * 50; i++)
        {
            detector.Step(0.02f, watts, 335f, 335f, counting: true);
        }
    }
}
