using IqosDevice.Firmware.Esp32;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class AnalogTests
{
    [Theory]
    [InlineData(24480, -20_000)]
    [InlineData(1680, 85_000)]
    [InlineData(8919, 25_000)]
    public void The_thermistor_table_meets_the_boards_figures(int deciMv, int milliCelsius) =>
        NtcThermistor.ToMilliCelsius(deciMv).ShouldBeInRange(milliCelsius - 150, milliCelsius + 150);

    [Fact]
    public void The_thermistor_table_follows_the_curve_within_150_mK_from_minus_40_to_100_degrees()
    {
        for (double celsius = -40; celsius <= 100; celsius += 0.25)
        {
            double ohms = 10_000 * Math.Exp(3435 * ((1 / (celsius + 273.15)) - (1 / 298.15)));
            int deciMv = (int)Math.Round(33_000 * ohms / (ohms + 27_000));

            NtcThermistor.ToMilliCelsius(deciMv).ShouldBeInRange((int)(celsius * 1000) - 150, (int)(celsius * 1000) + 150);
        }
    }

    [Theory]
    [InlineData(33_000, -40_000)]
    [InlineData(29_763, -40_000)]
    [InlineData(663, 125_000)]
    [InlineData(0, 125_000)]
    [InlineData(-5, 125_000)]
    public void An_open_or_shorted_thermistor_stays_at_the_end_of_the_table(int deciMv, int milliCelsius) =>
        NtcThermistor.ToMilliCelsius(deciMv).ShouldBe(milliCelsius);

    [Theory]
    [InlineData(2_500, 0f)]
    [InlineData(1_500, -20f)]
    [InlineData(22_500, 400f)]
    [InlineData(24_500, 440f)]
    public void The_thermocouple_amplifier_gives_5_mV_a_degree_from_250_mV_on(int deciMv, float celsius) =>
        Ad8495Thermocouple.ToCelsius(deciMv).ShouldBe(celsius);

    [Theory]
    [InlineData(1000)]
    [InlineData(1100)]
    [InlineData(1200)]
    public void The_converters_own_reference_cancels(int vrefMv)
    {
        var scale = new AdcScale();
        scale.UpdateReference(Raw(1225, vrefMv));

        scale.ToDeciMv(Raw(2000, vrefMv)).ShouldBeInRange(19_980, 20_020);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1309)]
    [InlineData(1771)]
    [InlineData(4095)]
    public void An_implausible_reference_leaves_the_scale_nominal(int raw)
    {
        var scale = new AdcScale();

        scale.UpdateReference(raw);

        scale.HasReference.ShouldBeFalse();
        scale.ToDeciMv(4095).ShouldBe(33_000);
        AdcScale.ToNominalMv(4095).ShouldBe(3300);
    }

    [Fact]
    public void An_implausible_reference_later_on_keeps_the_last_good_scale()
    {
        var scale = new AdcScale();
        scale.UpdateReference(Raw(1225, 1200));
        int before = scale.ToDeciMv(2000);

        scale.UpdateReference(4095);

        scale.ToDeciMv(2000).ShouldBe(before);
    }

    [Fact]
    public void The_reference_is_averaged_so_that_noise_of_it_moves_readings_little()
    {
        var scale = new AdcScale();
        for (int i = 0; i < 100; i++)
        {
            scale.UpdateReference(i % 2 == 0 ? 1500 : 1540);
        }

        scale.ToDeciMv(2000).ShouldBeInRange((2000 * 12250 / 1520) - 50, (2000 * 12250 / 1520) + 50);
    }

    private static int Raw(int mv, int vrefMv) => (int)Math.Round(mv * 4095.0 / (3.0 * vrefMv));
}
