using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Tests.Battery;

/// <summary>What the gauge learns of an aged cell and of its user.</summary>
public class GaugeLearningTests
{
    private const int SampleMs = 200;

    private readonly BatteryGauge gauge = new();
    private long ms;
    private double mah = 225;

    [Theory]
    [InlineData(1.0, 25)]
    [InlineData(1.6, 25)]
    [InlineData(2.0, 10)]
    public void Steps_of_the_current_show_the_resistance(double factor, int celsius)
    {
        for (int pulse = 0; pulse < 40; pulse++)
        {
            Run(0, 2, factor, celsius);
            Run(-1000, 2, factor, celsius);
        }

        ((double)gauge.History.ResistancePermille).ShouldBe(factor * 1000, 60);
        ((double)gauge.ResistanceHealthPercent).ShouldBe((2 - factor) * 100, 6);
        gauge.ResistanceAgeCycles.ShouldBe(0);
        gauge.CapacityAgeCycles.ShouldBe(-1);
    }

    [Theory]
    [InlineData(1.0, 25)]
    [InlineData(1.6, 5)]
    public void A_whole_session_teaches_its_heat(double factor, int celsius)
    {
        Run(0, 60, factor, celsius);
        for (int pulse = 0; pulse < 40; pulse++)
        {
            Run(-1000, 1, factor, celsius);
            Run(0, 1, factor, celsius);
        }

        int before = gauge.History.SessionJoules;
        gauge.BeginSession();
        Run(-700, 60, factor, celsius);
        gauge.EndSession(whole: false);
        gauge.History.SessionJoules.ShouldBe(before);

        gauge.BeginSession();
        double from = mah;
        Run(-700, 240, factor, celsius);
        gauge.EndSession(whole: true);

        // Charge times voltage, less what cell and path take, at the heat of 25 °C; two thirds of the way.
        double joules = (from - mah) * 3.6 * CellTable.OpenCircuitMvAt((int)((from + mah) * 2)) / 1000;
        double share = 1840 / (1890 + (CellTable.ResistanceMilliOhmAt(celsius * 1000) * factor));
        double heat = joules * share / (1 + ((25 - celsius) * 0.0026));
        ((double)gauge.History.SessionJoules).ShouldBe((before + (2 * heat)) / 3, 15);
    }

    [Fact]
    public void Times_and_energies_follow_the_current()
    {
        Run(0, 60, 1, 25);
        gauge.MinutesToEmpty.ShouldBe(-1);
        gauge.MinutesToFull.ShouldBe(-1);
        gauge.ChargeState.ShouldBe(ChargeState.Resting);
        Run(-250, 180, 1, 25);
        gauge.ChargeState.ShouldBe(ChargeState.Discharging);
        gauge.MinutesToEmpty.ShouldBeInRange(48, 56);
        gauge.RemainingMwh.ShouldBeInRange(750, 830);
        Run(250, 180, 1, 25);
        gauge.ChargeState.ShouldBe(ChargeState.Charging);
        gauge.MinutesToFull.ShouldBeInRange(8, 16);
    }

    private void Run(int milliAmps, double seconds, double factor, int celsius)
    {
        int milliOhm = CellTable.ResistanceMilliOhmAt(celsius * 1000);
        for (long end = ms + (long)(seconds * 1000); ms < end;)
        {
            ms += SampleMs;
            mah += milliAmps * (SampleMs / 3.6e6);
            double mv = CellTable.OpenCircuitMvAt((int)Math.Round(mah * 4)) + (milliAmps * milliOhm * factor / 1000);
            gauge.Step(ms, (int)Math.Round(mv), milliAmps, celsius * 1000);
        }
    }
}
