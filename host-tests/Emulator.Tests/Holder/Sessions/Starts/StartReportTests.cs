using IqosDevice.Emulator.Holder.Sessions.Starts;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Tests.Holder.Sessions.Starts;

public class StartReportTests
{
    [Fact]
    public void Counts_what_was_allowed_and_what_came_of_it()
    {
        var report = new StartReport(
        [
            Judged(0, StartRefusal.None, SessionEndReason.Puffs),
            Judged(1, StartRefusal.None, SessionEndReason.Time),
            Judged(2, StartRefusal.None, SessionEndReason.Battery),
            Judged(3, StartRefusal.Energy, SessionEndReason.None),
            Judged(4, StartRefusal.Energy, SessionEndReason.None, couldHaveLasted: true),
            Judged(5, StartRefusal.Voltage, SessionEndReason.None),
            Judged(6, StartRefusal.None, SessionEndReason.Fault),
        ]);

        (report.Starts, report.Allowed, report.Succeeded).ShouldBe((7, 4, 2));
        (report.RefusedForEnergy, report.RefusedForVoltage).ShouldBe((2, 1));
        report.EndedByBattery.ShouldHaveSingleItem().Draw.Run.ShouldBe(2);
        report.EndedByFault.ShouldHaveSingleItem().Draw.Run.ShouldBe(6);
        report.RefusedThoughLastingPercent.ShouldBe(100.0 / 3, 0.01);
    }

    [Fact]
    public void The_gate_allows_no_session_that_its_cell_does_not_carry()
    {
        StartReport report = StartRunner.Run(seed: 5, firstRun: 0, runs: 16, cancellation: TestContext.Current.CancellationToken);

        report.EndedByBattery.ShouldBeEmpty();
        report.EndedByFault.ShouldBeEmpty();
        report.Succeeded.ShouldBeInRange(4, 14);
        (report.Succeeded + report.RefusedForEnergy + report.RefusedForVoltage).ShouldBe(16);
    }

    [Theory]
    [InlineData(2, 980)]
    [InlineData(3, 137)]
    public void A_last_puff_for_which_the_cell_has_no_more_to_give_is_the_last_puff(ulong seed, int run)
    {
        JudgedStart start = JudgedStart.Play(StartDraw.Of(seed, run));

        (start.Refusal, start.EndReason).ShouldBe((StartRefusal.None, SessionEndReason.Puffs));
    }

    [Fact]
    public void A_draw_follows_from_seed_and_number_alone()
    {
        StartDraw one = StartDraw.Of(3, 17);
        StartDraw other = StartDraw.Of(3, 17);
        (one.Health, one.StateOfCharge, one.AmbientCelsius, one.Seed)
            .ShouldBe((other.Health, other.StateOfCharge, other.AmbientCelsius, other.Seed));
        StartDraw.Of(3, 18).Seed.ShouldNotBe(one.Seed);
    }

    private static JudgedStart Judged(int run, StartRefusal refusal, SessionEndReason end, bool couldHaveLasted = false) =>
        new(StartDraw.Of(1, run), refusal, end, couldHaveLasted);
}
