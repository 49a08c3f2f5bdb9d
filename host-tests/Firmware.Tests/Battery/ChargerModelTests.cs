using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Tests.Battery;

public class ChargerModelTests
{
    [Fact]
    public void Charging_a_holder_costs_a_little_more_than_it_gets()
    {
        var charger = new ChargerModel();
        Run(charger, 3600, holderMa: 250);
        charger.SocPercent.ShouldBe(90);
        charger.CellMa.ShouldBe(-295);
    }

    [Fact]
    public void Usb_fills_it_in_about_two_hours_and_then_stops()
    {
        var charger = new ChargerModel();
        charger.Restore(0);
        charger.CanCharge.ShouldBeFalse();
        charger.UsbPowered = true;
        charger.CanCharge.ShouldBeTrue();
        int seconds = 0;
        while (charger.SocPercent < 100 && seconds < 4 * 3600)
        {
            Run(charger, 60, holderMa: 0, seconds);
            seconds += 60;
        }

        (seconds / 60).ShouldBeInRange(90, 150);
        Run(charger, 3600, holderMa: 0, seconds);
        charger.SocPercent.ShouldBe(100);
        charger.CellMa.ShouldBe(0);
    }

    [Fact]
    public void An_empty_charger_stays_at_zero()
    {
        var charger = new ChargerModel();
        charger.Restore(1);
        Run(charger, 3600, holderMa: 250);
        charger.SocPercent.ShouldBe(0);
        charger.CanCharge.ShouldBeFalse();
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(560, 56)]
    [InlineData(5000, 100)]
    public void A_stored_charge_is_brought_into_range(int permille, int percent)
    {
        var charger = new ChargerModel();
        charger.Restore(permille);
        charger.SocPercent.ShouldBe(percent);
        charger.SavedPermille().ShouldBe(percent * 10);
    }

    [Fact]
    public void No_input_is_too_strange()
    {
        var charger = new ChargerModel();
        foreach (long ms in new[] { 0, long.MinValue, long.MaxValue, -1, 5 })
        {
            charger.Step(ms, int.MaxValue, int.MaxValue);
            charger.Step(ms, int.MinValue, int.MinValue);
            charger.SocPercent.ShouldBeInRange(0, 100);
            charger.CellMv.ShouldBeInRange(2500, 4500);
            charger.Celsius.ShouldBeInRange(-40, 100);
        }
    }

    [Theory]
    [InlineData(25000, true, false, true, true)]
    [InlineData(-1, true, false, true, false)]
    [InlineData(45001, true, false, true, false)]
    [InlineData(25000, false, false, true, false)]
    [InlineData(25000, true, true, true, false)]
    [InlineData(25000, true, false, false, false)]
    public void The_cell_is_charged_docked_cool_and_with_the_heater_off(int milliCelsius, bool docked, bool heaterOn,
        bool source, bool charges)
    {
        var inputs = new BoardInputs { CellMilliCelsius = milliCelsius, Docked = docked, CellSampleMs = 0 };
        new ChargeGate().Step(100, inputs, heaterOn, source).ShouldBe(charges);
    }

    [Fact]
    public void A_cell_that_nobody_watches_is_not_charged()
    {
        var gate = new ChargeGate();
        var inputs = new BoardInputs { CellMilliCelsius = 25000, Docked = true };
        gate.Step(100, inputs, false, true).ShouldBeFalse();
        inputs.CellSampleMs = 100;
        gate.Step(5000, inputs, false, true).ShouldBeTrue();
        gate.Step(5200, inputs, false, true).ShouldBeFalse();
    }

    private static void Run(ChargerModel charger, int seconds, int holderMa, int startSeconds = 0)
    {
        for (int i = 0; i <= seconds; i++)
        {
            charger.Step((startSeconds + i) * 1000L, holderMa, 25000);
        }
    }
}
