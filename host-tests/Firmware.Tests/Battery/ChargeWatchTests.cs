using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Tests.Battery;

public class ChargeWatchTests
{
    private const int SampleMs = 200;

    private readonly BoardInputs inputs = new() { Docked = true, ChargerActive = true, CellMilliCelsius = 25000 };
    private readonly BatteryGauge gauge = new();
    private readonly ChargeWatch watch;
    private long nowMs;

    public ChargeWatchTests()
    {
        gauge.Step(0, 3705, 0, 25000);
        watch = new ChargeWatch(gauge);
    }

    [Fact]
    public void A_charge_that_takes_half_as_long_again_is_stopped_until_the_holder_leaves()
    {
        // Half of 250 mAh at 250 mA, and half an hour for its end: an hour, and a half on top.
        Run(minutes: 89, cellMv: 4000, cellMa: 250).ShouldBeTrue();
        Run(minutes: 2, cellMv: 4000, cellMa: 250).ShouldBeFalse();
        watch.Stop.ShouldBe(ChargeStop.TimeOut);
        watch.Minutes.ShouldBeInRange(90, 91);
        Run(minutes: 60, cellMv: 3900, cellMa: 0).ShouldBeFalse();
        inputs.Docked = false;
        Run(minutes: 0.1, cellMv: 3900, cellMa: 0).ShouldBeTrue();
        watch.Stop.ShouldBe(ChargeStop.None);
    }

    [Fact]
    public void Waiting_in_the_dock_is_no_charging()
    {
        inputs.ChargerActive = false;
        Run(minutes: 600, cellMv: 4180, cellMa: 0).ShouldBeTrue();
    }

    [Fact]
    public void A_full_cell_is_charged_again_once_it_has_sunk()
    {
        Run(minutes: 0.1, cellMv: 4199, cellMa: 11).ShouldBeTrue();
        Run(minutes: 0.1, cellMv: 4199, cellMa: 11).ShouldBeFalse();
        watch.Stop.ShouldBe(ChargeStop.Full);
        Run(minutes: 1, cellMv: 4100, cellMa: 0).ShouldBeFalse();
        Run(minutes: 0.1, cellMv: 4040, cellMa: 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData(4000, 326)]
    [InlineData(4251, 100)]
    public void More_than_the_charger_may_give_is_stopped_but_not_for_a_single_reading(int cellMv, int cellMa)
    {
        Run(minutes: 0.1, cellMv, cellMa).ShouldBeTrue();
        Run(minutes: 0.1, 4000, 250).ShouldBeTrue();
        Run(minutes: 0.2, cellMv, cellMa).ShouldBeFalse();
        watch.Stop.ShouldBe(ChargeStop.OutOfLimits);
    }

    private bool Run(double minutes, int cellMv, int cellMa)
    {
        bool may = true;
        for (long end = nowMs + (long)(minutes * 60000); nowMs < end;)
        {
            nowMs += SampleMs;
            inputs.CellSampleMs = nowMs;
            inputs.CellMv = cellMv;
            inputs.CellMa = cellMa;
            may = watch.Step(nowMs, inputs);
        }

        return may;
    }
}
