using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Control;

public sealed class HeaterMeasurementTests
{
    [Fact]
    public void The_platinum_curve_is_inverted_within_a_twentieth_of_a_degree()
    {
        PlantParameters parameters = new();
        for (double celsius = -50; celsius <= 650; celsius += 0.5)
        {
            float ratio = (float)(parameters.HeaterOhmsAt(celsius) / parameters.HeaterR0Ohms);
            ((double)PlatinumCurve.CelsiusAt(ratio)).ShouldBe(celsius, 0.05);
        }
    }

    [Theory]
    [InlineData(float.NegativeInfinity, PlatinumCurve.LowestCelsius)]
    [InlineData(0f, PlatinumCurve.LowestCelsius)]
    [InlineData(1e30f, PlatinumCurve.HighestCelsius)]
    [InlineData(float.PositiveInfinity, PlatinumCurve.HighestCelsius)]
    [InlineData(float.NaN, float.NaN)]
    public void A_ratio_beyond_the_curve_is_told_as_its_end(float ratio, float celsius)
    {
        PlatinumCurve.CelsiusAt(ratio).ShouldBe(celsius);
    }

    [Fact]
    public void Resistance_and_full_duty_power_are_the_same_at_any_duty()
    {
        foreach (int permille in new[] { 50, 51, 333, 1000 })
        {
            HeaterMeter meter = new();
            meter.Step(Sample(volts: 3.3f, amps: 2f, permille), permille);
            meter.HasResistance.ShouldBeTrue();
            meter.Ohms.ShouldBe(1.64f, 1e-4f);
            meter.PermillePerWatt.ShouldBe(1000 / 6.56f, 0.05f);
            meter.MeanWatts.ShouldBe(6.56f * permille / 1000, 1e-3f);
        }
    }

    [Theory]
    [InlineData(1f, 1f, 49)]
    [InlineData(float.NaN, 1f, 500)]
    [InlineData(1f, float.NaN, 500)]
    [InlineData(float.PositiveInfinity, 1f, 500)]
    [InlineData(1f, 0f, 500)]
    [InlineData(1f, -1f, 500)]
    [InlineData(0f, 0f, 500)]
    [InlineData(-1f, 1f, 500)]
    public void Without_a_usable_current_there_is_no_resistance(float volts, float amps, int permille)
    {
        HeaterMeter meter = new();
        meter.Step(new BoardInputs { HeaterSampleMs = 1, HeaterVolts = volts, HeaterAmps = amps }, permille);
        meter.HasResistance.ShouldBeFalse();
        meter.MeanWatts.ShouldBe(0);
    }

    [Fact]
    public void Below_the_lowest_duty_the_thermocouple_is_asked()
    {
        BoardInputs inputs = Sample(volts: 3.3f, amps: 2f, permille: 40);
        HeaterThermometer thermometer = Observed(inputs, permille: 40);
        thermometer.FromResistance.ShouldBeFalse();
        thermometer.Celsius.ShouldBe(inputs.ThermocoupleCelsius);
    }

    [Fact]
    public void Above_it_the_resistance_is_asked()
    {
        BoardInputs inputs = Sample(volts: 3.3f, amps: 2f, permille: 500);
        HeaterThermometer thermometer = Observed(inputs, permille: 500);
        thermometer.FromResistance.ShouldBeTrue();
        thermometer.Celsius.ShouldBe(PlatinumCurve.CelsiusAt(1.64f / 0.8f), 0.1f);
        thermometer.Valid.ShouldBeTrue();
    }

    [Fact]
    public void Sensors_that_contradict_each_other_for_long_are_not_trusted()
    {
        HeaterBench bench = new();
        bench.Start();
        bench.Run(40);
        bench.View.Valid.ShouldBeTrue();
        bench.Fault = b => b.Inputs.ThermocoupleCelsius -= 80;
        bench.Run(0.1);
        bench.View.Valid.ShouldBeTrue();
        bench.Run(0.3);
        bench.RequestedPermille.ShouldBe(0);
        bench.Run(5);
        bench.Supervisor.DutyPermille.ShouldBe(0);
        bench.Fault = null;
        bench.SetDemand(HeatPhase.Off, 0);
        bench.Run(1);
        bench.Start();
        bench.Run(1);
        bench.View.Valid.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 0.8f)]
    [InlineData(-5, 0.8f)]
    [InlineData(int.MaxValue, 0.8f)]
    [InlineData(559_999, 0.8f)]
    [InlineData(560_000, 0.56f)]
    [InlineData(812_345, 0.812345f)]
    public void A_calibration_that_cannot_be_right_is_replaced_by_the_nominal_value(int microOhm, float ohms)
    {
        HeaterCalibration.ColdOhms(new Settings { HeaterR0MicroOhm = microOhm }).ShouldBe(ohms, 1e-6f);
    }

    [Fact]
    public void The_observer_finds_the_load_and_starts_again_after_a_gap()
    {
        HeatLoadObserver observer = new();
        for (int i = 0; i < 100; i++)
        {
            observer.Step(i == 0 ? 0 : 0.02f, 335, 2.5f);
        }

        observer.LoadWatts.ShouldBe(2.5f, 0.01f);
        observer.Step(0.2f, 200, 0);
        observer.Celsius.ShouldBe(200);
        observer.LoadWatts.ShouldBe(2.5f, 0.01f);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public void The_observer_finds_the_load_at_any_rate_of_samples(int periodMs)
    {
        HeatLoadObserver observer = new();
        observer.Restart(0.06f, 335);
        for (int i = 0; i < 100; i++)
        {
            observer.Step(periodMs / 1000f, 335, 3);
        }

        observer.LoadWatts.ShouldBe(3, 0.01f);
        observer.Celsius.ShouldBe(335, 0.01f);
    }

    private static BoardInputs Sample(float volts, float amps, int permille) => new()
    {
        HeaterSampleMs = 1000,
        HeaterVolts = volts * permille / 1000,
        HeaterAmps = amps * permille / 1000,
        ThermocoupleSampleMs = 1000,
        ThermocoupleCelsius = 300,
    };

    private static HeaterThermometer Observed(BoardInputs inputs, int permille)
    {
        HeaterMeter meter = new();
        HeaterThermometer thermometer = new(meter);
        thermometer.Restart(0.8f);
        meter.Step(inputs, permille);
        thermometer.Step(1000, inputs);
        return thermometer;
    }
}
