using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Tests.Battery;

/// <summary>Broken sensors, broken clocks, broken memory: the band widens, and no number goes wild.</summary>
public class GaugeDoubtTests
{
    private const int SampleMs = 200;

    [Fact]
    public void A_missing_sensor_widens_the_band()
    {
        BatteryGauge gauge = Settled(out long ms);
        int before = gauge.BandPermille;
        int charge = gauge.EstimatedPermille;
        for (int i = 0; i < 3600 * 5; i++)
        {
            gauge.Step(ms += SampleMs, 0, 0, 25000);
        }

        (gauge.BandPermille - before).ShouldBeInRange(490, 510);
        gauge.EstimatedPermille.ShouldBe(charge);
    }

    [Fact]
    public void A_missing_thermometer_widens_the_band()
    {
        BatteryGauge gauge = Settled(out long ms);
        int before = gauge.BandPermille;
        for (int i = 0; i < 300 * 5; i++)
        {
            gauge.Step(ms += SampleMs, 3970, 0, int.MinValue);
        }

        gauge.BandPermille.ShouldBeGreaterThan(before);
        gauge.CellDeciCelsius.ShouldBe(250);
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(3_600_000)]
    [InlineData(86_400_000)]
    [InlineData(1_000_000_000_000)]
    [InlineData(long.MaxValue / 2)]
    public void A_jump_of_the_clock_widens_the_band_and_the_voltage_alone_moves_the_charge(long jumpMs)
    {
        BatteryGauge gauge = Settled(out long ms);
        int before = gauge.BandPermille;
        int charge = gauge.EstimatedPermille;
        gauge.Step(ms + jumpMs, 3970, -100, 25000);
        gauge.BandPermille.ShouldBeGreaterThan(before);
        gauge.EstimatedPermille.ShouldBeInRange(charge - 30, charge + 30);
    }

    [Fact]
    public void A_stuck_voltage_is_not_believed()
    {
        BatteryGauge gauge = Settled(out long ms);
        int before = gauge.BandPermille;
        for (int i = 0; i < 300 * 5; i++)
        {
            gauge.Step(ms += SampleMs, 3970, i / 50 % 2 == 0 ? -1000 : 0, 25000);
        }

        // 150 s of 1 A are 42 mAh of 250; at rest a believed 3.97 V would have taken it all back.
        gauge.EstimatedPermille.ShouldBeInRange(800 - 180, 800 - 150);
        gauge.BandPermille.ShouldBeGreaterThan(before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-20)]
    public void A_stuck_current_is_not_counted_and_rest_finds_the_charge_again(int stuckMa)
    {
        BatteryGauge gauge = Settled(out long ms);
        int before = gauge.BandPermille;
        gauge.Step(ms += SampleMs, 3970, stuckMa, 25000);

        // 1 A for three minutes: 50 mAh of 250, while the sensor shows what it showed before.
        const int EndMv = 3790;
        for (int i = 0; i < 180 * 5; i++)
        {
            gauge.Step(ms += SampleMs, 3970 - (180 * i / 900) - 120, stuckMa, 25000);
        }

        gauge.Distrust.ShouldBe(GaugeReset.StuckCurrent);
        gauge.EstimatedPermille.ShouldBeInRange(795, 805);
        gauge.BandPermille.ShouldBeGreaterThan(before + 300);

        for (int i = 0; i < 660 * 5; i++)
        {
            gauge.Step(ms += SampleMs, EndMv, i % 2, 25000);
        }

        gauge.Distrust.ShouldBe(GaugeReset.None);
        gauge.EstimatedPermille.ShouldBeInRange(570, 630);
        gauge.BandPermille.ShouldBeLessThan(40);
    }

    [Fact]
    public void A_spike_of_the_voltage_is_no_stuck_current()
    {
        BatteryGauge gauge = Settled(out long ms);
        int before = gauge.BandPermille;
        gauge.Step(ms += SampleMs, 3800, 0, 25000);
        for (int i = 0; i < 60 * 5; i++)
        {
            gauge.Step(ms += SampleMs, 3970, 0, 25000);
        }

        gauge.Distrust.ShouldBe(GaugeReset.None);
        gauge.BandPermille.ShouldBeInRange(before, before + 4);
    }

    [Fact]
    public void The_band_narrows_again_at_rest()
    {
        BatteryGauge gauge = Settled(out long ms);
        gauge.Step(ms += 3_600_000, 3970, -100, 25000);
        int wide = gauge.BandPermille;
        for (int i = 0; i < 700 * 5; i++)
        {
            gauge.Step(ms += SampleMs, 3970, 0, 25000);
        }

        gauge.BandPermille.ShouldBeLessThan(wide / 5);
    }

    [Fact]
    public void Why_it_began_anew_is_told()
    {
        Settled(out _).ResetReason.ShouldBe(GaugeReset.Fresh);

        var damaged = new BatteryGauge();
        damaged.Load(new byte[GaugeState.SizeBytes], 0).ShouldBeFalse();
        damaged.ResetReason.ShouldBe(GaugeReset.Damaged);

        Restarted(3970).ResetReason.ShouldBe(GaugeReset.None);
        Restarted(3600).ResetReason.ShouldBe(GaugeReset.Contradicted);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void A_state_with_flipped_bits_gives_a_plausible_gauge(ulong seed)
    {
        var random = new DeterministicRandom(seed);
        byte[] saved = new byte[GaugeState.SizeBytes];
        Settled(out _).Save(saved, 0);
        for (int run = 0; run < 2000; run++)
        {
            byte[] bytes = [.. saved];
            for (int flip = 0; flip < 4; flip++)
            {
                bytes[random.NextInt32(bytes.Length)] ^= (byte)(1 << random.NextInt32(8));
            }

            var gauge = new BatteryGauge();
            gauge.Load(bytes, 0);
            gauge.Step(0, 3970, 0, 25000);
            gauge.EstimatedPermille.ShouldBeInRange(0, 1000);
            gauge.ShownSocPercent.ShouldBeInRange(0, 100);
            gauge.StateOfHealthPercent.ShouldBeInRange(50, 125);
            gauge.ResistanceHealthPercent.ShouldBeInRange(0, 100);
            gauge.RemainingMwh.ShouldBeInRange(0, 1200);
        }
    }

    /// <summary>A gauge at 80 % that has seen a quiet minute.</summary>
    private static BatteryGauge Settled(out long ms)
    {
        var gauge = new BatteryGauge();
        for (ms = 0; ms < 60_000; ms += SampleMs)
        {
            gauge.Step(ms, 3970, 0, 25000);
        }

        ms -= SampleMs;
        return gauge;
    }

    private static BatteryGauge Restarted(int cellMv)
    {
        byte[] bytes = new byte[GaugeState.SizeBytes];
        Settled(out _).Save(bytes, 0);
        var gauge = new BatteryGauge();
        gauge.Load(bytes, 0).ShouldBeTrue();
        gauge.Step(0, cellMv, 0, 25000);
        return gauge;
    }
}
