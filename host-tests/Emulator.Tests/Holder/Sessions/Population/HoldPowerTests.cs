using IqosDevice.Emulator.Holder.Sessions.Population;

namespace IqosDevice.Emulator.Tests.Holder.Sessions.Population;

public sealed class HoldPowerTests
{
    private static readonly SessionDraw[] Draws = [.. Enumerable.Range(0, 200).Select(run => SessionDraw.Of(5, run, 0.3))];

    [Fact]
    public void A_weak_cell_is_told_from_a_strong_one()
    {
        SessionDraw[] weak = [.. Draws.Where(HoldPower.IsBeyondTheCell)];

        weak.Length.ShouldBeInRange(10, 100);
        weak.Average(draw => draw.OpenCircuitVolts).ShouldBeLessThan(Draws.Average(draw => draw.OpenCircuitVolts) - 0.1);
        Draws.Where(draw => draw.OpenCircuitVolts > 4.1).ShouldAllBe(draw => HoldPower.LeastMarginWatts(draw) > 0);
    }

    /// <summary>The formula against the equations: with power to spare the ideal twin holds, without it cannot.</summary>
    [Fact]
    public void The_ideal_twin_holds_where_the_formula_says_so_and_droops_where_it_does_not()
    {
        const double clearlyWatts = 0.5;
        SessionDraw[] charged = [.. Draws.Where(draw => draw.OpenCircuitVolts > 3.66)];

        foreach (SessionDraw draw in charged.Where(draw => HoldPower.LeastMarginWatts(draw) > clearlyWatts).Take(10))
        {
            IdealTwin.DeepestDroopCelsius(draw).ShouldBeLessThan(2.5, $"run {draw.Run}");
        }

        SessionDraw[] beyond = [.. charged.Where(HoldPower.IsBeyondTheCell)];
        beyond.ShouldNotBeEmpty();
        foreach (SessionDraw draw in beyond)
        {
            IdealTwin.DeepestDroopCelsius(draw).ShouldBeGreaterThan(0.5, $"run {draw.Run}");
        }
    }
}
