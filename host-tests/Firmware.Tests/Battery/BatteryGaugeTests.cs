using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Tests.Battery;

public class BatteryGaugeTests
{
    private const int SampleMs = 200;

    [Fact]
    public void Knows_nothing_before_the_first_sample()
    {
        var gauge = new BatteryGauge();
        gauge.HasSample.ShouldBeFalse();
        gauge.CanStartSession.ShouldBeFalse();
        gauge.UsesLeft.ShouldBe(0);
    }

    [Theory]
    [InlineData(4200, 100)]
    [InlineData(3970, 80)]
    [InlineData(3705, 50)]
    [InlineData(3000, 0)]
    [InlineData(2500, 0)]
    [InlineData(4300, 100)]
    public void Starts_from_the_rest_voltage(int cellMv, int percent)
    {
        Fresh(cellMv).ShownSocPercent.ShouldBe(percent);
    }

    [Fact]
    public void Counts_charge_out_and_in()
    {
        var feed = new Feed(Fresh(3970));
        feed.Discharge(200, 1000, seconds: 360);
        feed.Gauge.RemainingMah.ShouldBeInRange(98, 102);
        feed.Gauge.DischargedMah.ShouldBeInRange(99, 101);
        feed.Gauge.ShownSocPercent.ShouldBeInRange(39, 41);
        feed.Discharge(feed.Gauge.RemainingMah, -250, seconds: 3600 * 0.2);
        feed.Gauge.RemainingMah.ShouldBeInRange(147, 153);
        feed.Gauge.ShownSocPercent.ShouldBeInRange(59, 61);
    }

    [Fact]
    public void Gaps_count_as_two_seconds_at_most_and_old_samples_not_at_all()
    {
        var gauge = Fresh(3970);
        gauge.Step(100000, 3800, -3600, 25000);
        gauge.DischargedMah.ShouldBe(2);
        gauge.Step(90000, 3800, -3600, 25000);
        gauge.Step(100000, 3800, -3600, 25000);
        gauge.DischargedMah.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, -100)]
    [InlineData(5000, -100)]
    [InlineData(int.MinValue, -100)]
    [InlineData(3900, 9000)]
    [InlineData(3900, int.MinValue)]
    public void Nonsense_is_ignored(int cellMv, int cellMa)
    {
        var gauge = Fresh(3970);
        gauge.Step(200, cellMv, cellMa, 25000);
        gauge.Step(400, cellMv, cellMa, 25000);
        (gauge.CellMv, gauge.CellMa, gauge.RemainingMah).ShouldBe((3970, 0, 200));
    }

    [Fact]
    public void A_cell_temperature_out_of_this_world_is_ignored()
    {
        var gauge = Fresh(3970);
        gauge.Step(200, 3970, 0, 500000);
        gauge.CellDeciCelsius.ShouldBe(250);
    }

    [Fact]
    public void A_wrong_count_is_corrected_at_rest_and_shown_without_a_jump()
    {
        var feed = new Feed(Fresh(3970));
        int shown = feed.Gauge.ShownSocPercent;
        for (int second = 0; second < 120; second++)
        {
            feed.Run(0, 3705, seconds: 1);
            (shown - feed.Gauge.ShownSocPercent).ShouldBeInRange(0, 1);
            shown = feed.Gauge.ShownSocPercent;
        }

        feed.Gauge.RemainingMah.ShouldBeInRange(122, 128);
        shown.ShouldBeInRange(49, 51);
    }

    [Fact]
    public void A_correction_upwards_shows_only_with_the_next_charge()
    {
        var feed = new Feed(Fresh(3705));
        feed.Run(0, 3970, seconds: 660);
        feed.Gauge.RemainingMah.ShouldBeInRange(197, 203);
        feed.Gauge.ShownSocPercent.ShouldBe(50);
        feed.Run(200, 4000, seconds: 40);
        feed.Gauge.ShownSocPercent.ShouldBeInRange(79, 83);
    }

    [Fact]
    public void The_end_of_charging_is_full()
    {
        var feed = new Feed(Fresh(4070));
        feed.Run(30, 4200, seconds: 11);
        feed.Gauge.RemainingMah.ShouldBe(250);
        feed.Run(30, 4200, seconds: 15);
        feed.Gauge.ShownSocPercent.ShouldBe(100);
    }

    [Theory]
    [InlineData(217)]
    [InlineData(190)]
    [InlineData(250)]
    public void Two_full_discharges_teach_it_the_capacity(int trueMah)
    {
        var feed = new Feed(Fresh(4200));
        for (int cycle = 0; cycle < 3; cycle++)
        {
            feed.Run(30, 4200, seconds: 20);
            feed.Discharge(trueMah, 250, seconds: trueMah / 250.0 * 3600 * 0.97, trueMah);
            feed.Discharge(trueMah * 0.03, 0, seconds: 1200, trueMah);
        }

        feed.Gauge.StateOfHealthPercent.ShouldBeInRange((trueMah * 100 / 250) - 3, (trueMah * 100 / 250) + 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void Thirty_points_wrong_are_found_within_ten_minutes_of_driving(int celsius)
    {
        var stored = new CoulombCounter(250);
        stored.Anchor(600);
        var bytes = new byte[GaugeState.SizeBytes];
        GaugeState.Write(bytes, 0, stored, new CellHistory());
        var gauge = new BatteryGauge();
        gauge.Load(bytes, 0).ShouldBeTrue();
        var feed = new Feed(gauge) { Celsius = celsius };

        feed.Discharge(225, 250, seconds: 600);

        gauge.EstimatedPermille.ShouldBeInRange(733 - 50, 733 + 50);

        feed.Discharge(225 - (250 / 6.0), 0, seconds: 660);
        gauge.EstimatedPermille.ShouldBeInRange(733 - 30, 733 + 30);
    }

    [Fact]
    public void Reaches_zero_smoothly_where_the_cell_is_emptier_than_counted()
    {
        var feed = new Feed(Fresh(3705));
        int shown = feed.Gauge.ShownSocPercent;
        for (int i = 0; i < 150; i++)
        {
            feed.Run(-1000, 2950, seconds: 1);
            (shown - feed.Gauge.ShownSocPercent).ShouldBeInRange(0, 1);
            shown = feed.Gauge.ShownSocPercent;
        }

        shown.ShouldBe(0);
    }

    [Theory]
    [InlineData(4200, 2, 3)]
    [InlineData(3970, 2, 2)]
    [InlineData(3880, 1, 2)]
    [InlineData(3600, 0, 0)]
    public void Uses_left_follow_the_energy_and_eco_gives_one_more_where_the_margin_allows(int cellMv, int normal, int eco)
    {
        var gauge = Fresh(cellMv);
        gauge.UsesLeft.ShouldBe(normal);
        gauge.Eco = true;
        gauge.UsesLeft.ShouldBe(eco);
        gauge.CanStartSession.ShouldBe(eco > 0);
    }

    [Fact]
    public void Every_charge_of_eighty_percent_and_more_gives_two_uses()
    {
        for (int permille = 800; permille <= 1000; permille += 5)
        {
            Fresh(CellTable.OpenCircuitMvAt(permille)).UsesLeft.ShouldBe(2, $"{permille} permille");
        }
    }

    [Fact]
    public void An_aged_cell_that_would_break_down_in_the_cold_may_not_start()
    {
        var gauge = new BatteryGauge();
        for (int step = 0; step < 30; step++)
        {
            gauge.History.LearnResistance(1400, cycle: 0);
        }

        gauge.Step(0, 3720, 0, -20000);
        gauge.UsesLeftWarm.ShouldBeGreaterThan(0);
        gauge.CanStartSession.ShouldBeFalse();
        gauge.Step(200, 3720, 0, 25000);
        gauge.CanStartSession.ShouldBeTrue();
    }

    [Fact]
    public void The_state_survives_a_restart()
    {
        var before = new Feed(Fresh(3970));
        before.Run(-1000, 3800, seconds: 36);
        var bytes = new byte[GaugeState.SizeBytes + 8];
        before.Gauge.Save(bytes, 8);

        var after = new BatteryGauge();
        after.Load(bytes, 8).ShouldBeTrue();
        after.Step(0, 3930, 0, 25000);
        after.RemainingMah.ShouldBeInRange(before.Gauge.RemainingMah - 4, before.Gauge.RemainingMah + 4);
        after.DischargedMah.ShouldBe(10);
    }

    [Fact]
    public void A_stored_state_that_the_voltage_contradicts_gives_way()
    {
        var bytes = new byte[GaugeState.SizeBytes];
        Fresh(4200).Save(bytes, 0);
        var gauge = new BatteryGauge();
        gauge.Load(bytes, 0).ShouldBeTrue();
        gauge.Step(0, 3705, 0, 25000);
        gauge.ShownSocPercent.ShouldBe(50);
    }

    [Fact]
    public void Implausible_stored_states_are_refused()
    {
        var gauge = new BatteryGauge();
        gauge.Load(new byte[GaugeState.SizeBytes], 0).ShouldBeFalse();
        gauge.Load(Enumerable.Repeat((byte)0xFF, GaugeState.SizeBytes).ToArray(), 0).ShouldBeFalse();
        gauge.Load(new byte[GaugeState.SizeBytes], 1).ShouldBeFalse();
        gauge.Load(new byte[GaugeState.SizeBytes], -1).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void For_any_discharge_the_shown_charge_stays_in_range_and_never_rises(ulong seed)
    {
        var random = new DeterministicRandom(seed);
        var gauge = Fresh(3000 + (int)(random.NextUInt64() % 1200));
        int shown = gauge.ShownSocPercent;
        long ms = 0;
        for (int i = 0; i < 20000; i++)
        {
            ms += (long)(random.NextUInt64() % 3000);
            int ma = -(int)(random.NextUInt64() % 6000);
            gauge.Step(ms, 2800 + (int)(random.NextUInt64() % 1500), ma, (int)(random.NextUInt64() % 60000) - 10000);
            gauge.ShownSocPercent.ShouldBeInRange(0, shown);
            shown = gauge.ShownSocPercent;
        }
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void No_sample_is_too_strange(ulong seed)
    {
        var random = new DeterministicRandom(seed);
        var gauge = new BatteryGauge();
        for (int i = 0; i < 20000; i++)
        {
            gauge.Step((long)random.NextUInt64(), (int)random.NextUInt64() % 6000, (int)random.NextUInt64() % 12000,
                (int)random.NextUInt64());
            gauge.ShownSocPercent.ShouldBeInRange(0, 100);
            gauge.UsesLeft.ShouldBeInRange(0, 2);
            gauge.RemainingMah.ShouldBeInRange(0, gauge.FullChargeMah);
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var feed = new Feed(Fresh(3970));
        feed.Run(-1000, 3800, seconds: 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        feed.Run(-1000, 3800, seconds: 20);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static BatteryGauge Fresh(int cellMv)
    {
        var gauge = new BatteryGauge();
        gauge.Step(0, cellMv, 0, 25000);
        return gauge;
    }

    private sealed class Feed(BatteryGauge gauge)
    {
        private long ms;

        public BatteryGauge Gauge { get; } = gauge;

        public int Celsius { get; init; } = 25;

        /// <summary>A cell that is as the gauge's table says: its voltage follows charge, current and the last 20 s.</summary>
        public void Discharge(double fromMah, int milliAmps, double seconds, int fullMah = 250)
        {
            double charge = fromMah / fullMah;
            double polarizationMv = 0;
            int milliOhm = CellTable.ResistanceMilliOhmAt(Celsius * 1000);
            for (long end = ms + (long)(seconds * 1000); ms < end;)
            {
                ms += SampleMs;
                charge -= milliAmps * (SampleMs / 3.6e6) / fullMah;
                polarizationMv += ((milliAmps * milliOhm / 4000.0) - polarizationMv) * SampleMs / 20000;
                double mv = CellTable.OpenCircuitMvAt((int)Math.Round(charge * 1000)) - (milliAmps * milliOhm / 1000.0) - polarizationMv;
                Gauge.Step(ms, (int)Math.Round(mv), -milliAmps, Celsius * 1000);
            }
        }

        public void Run(int cellMa, int cellMv, double seconds)
        {
            for (long end = ms + (long)(seconds * 1000); ms < end;)
            {
                ms += SampleMs;
                Gauge.Step(ms, cellMv, cellMa, 25000);
            }
        }
    }
}
