using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Tests.Board;

public sealed class AnalogTests
{
    [Theory]
    [InlineData(-20, 150)]
    [InlineData(25, 375)]
    [InlineData(400, 2250)]
    [InlineData(440, 2450)]
    [InlineData(-100, 0)]
    [InlineData(900, 3300)]
    public void The_thermocouple_amplifier_gives_5_millivolts_a_degree_on_250(double celsius, double millivolts)
    {
        Ad8495.Millivolts(celsius).ShouldBe(millivolts, 1e-9);
    }

    [Theory]
    [InlineData(-20, 2448)]
    [InlineData(25, 891.9)]
    [InlineData(85, 168)]
    public void The_thermistor_divider_follows_the_table_of_the_board(double celsius, double millivolts)
    {
        NtcDivider.Millivolts(celsius).ShouldBe(millivolts, 0.5);
    }

    [Fact]
    public void The_thermistor_agrees_with_the_exponential_over_its_whole_range()
    {
        for (double celsius = -60; celsius <= 200; celsius += 0.5)
        {
            double ohms = 10_000 * Math.Exp(3435 * ((1 / (celsius + 273.15)) - (1 / 298.15)));
            NtcDivider.Millivolts(celsius).ShouldBe(3300 * ohms / (ohms + 27_000), 1e-8);
        }
    }

    [Fact]
    public void The_reference_differs_from_chip_to_chip_within_1000_to_1200_millivolts()
    {
        double[] references = [.. Enumerable.Range(0, 200).Select(seed => new AdcChip((ulong)seed).ReferenceMillivolts)];

        references.ShouldAllBe(mv => mv >= 1000 && mv < 1200);
        references.Min().ShouldBeLessThan(1010);
        references.Max().ShouldBeGreaterThan(1190);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1100)]
    [InlineData(1200)]
    public void The_ratio_to_the_reference_channel_is_right_whatever_the_reference(double reference)
    {
        var adc = new AdcChip(1) { ReferenceMillivolts = reference, NoiseBits = 0 };
        adc.Attach(Wiring.ReferenceChannel, () => Wiring.ReferenceMillivolts);
        adc.Attach(Wiring.ThermocoupleChannel, () => 2000);

        double ratio = adc.Read(Wiring.ThermocoupleChannel, 0) / (double)adc.Read(Wiring.ReferenceChannel, 0);

        (ratio * Wiring.ReferenceMillivolts).ShouldBe(2000, 2);
    }

    [Fact]
    public void Readings_are_clamped_to_twelve_bits()
    {
        var adc = new AdcChip(1);
        adc.Attach(0, () => 5000);
        adc.Attach(1, () => -100);

        adc.Read(0, 0).ShouldBe(4095);
        adc.Read(1, 0).ShouldBe(0);
        adc.Read(99, 0).ShouldBe(0, "a channel that does not exist");
    }

    [Fact]
    public void A_forced_pin_hides_its_source_until_it_is_let_go()
    {
        var adc = new AdcChip(1) { ReferenceMillivolts = 1100, NoiseBits = 0 };
        adc.Attach(6, () => 1650);
        adc.Force(6, 0);
        adc.Read(6, 0).ShouldBe(0);

        adc.Force(6, null);
        adc.Read(6, 0).ShouldBe(2048);
    }

    [Fact]
    public void Noise_moves_the_reading_by_about_a_bit()
    {
        var adc = new AdcChip(1) { ReferenceMillivolts = 1100 };
        adc.Attach(6, () => 1650);

        double[] readings = [.. Enumerable.Range(0, 2000).Select(i => (double)adc.Read(6, i * 40L))];

        readings.Average().ShouldBe(2047.5, 0.2);
        readings.Distinct().Count().ShouldBeInRange(4, 9);
    }
}
