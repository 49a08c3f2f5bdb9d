using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Emulator.Tests.Holder.Sessions.Population;

public sealed class PopulationFiguresTests
{
    [Fact]
    public void Percentiles_are_by_nearest_rank()
    {
        var hundred = new Spreading(Enumerable.Range(1, 100).Select(value => (double)value).Reverse());

        hundred.Percentile(50).ShouldBe(50);
        hundred.Percentile(99).ShouldBe(99);
        hundred.Max.ShouldBe(100);
        new Spreading([5]).Percentile(1).ShouldBe(5);
        new Spreading([]).Percentile(50).ShouldBeNull();
        new Spreading([]).Max.ShouldBeNull();
    }

    [Fact]
    public void A_histogram_has_the_percentiles_of_its_samples_to_a_hundredth_whatever_the_order()
    {
        double[] errors = [.. Enumerable.Range(0, 1000).Select(index => index * 0.0317)];
        var whole = new ErrorHistogram();
        var first = new ErrorHistogram();
        var second = new ErrorHistogram();
        foreach (double error in errors)
        {
            whole.Add(error);
            (error < 10 ? first : second).Add(error);
        }

        second.Add(first);
        var exact = new Spreading(errors);
        foreach (int percent in new[] { 1, 50, 95, 99, 100 })
        {
            whole.Percentile(percent).ShouldNotBeNull().ShouldBe(exact.Percentile(percent)!.Value, 0.0101);
            second.Percentile(percent).ShouldBe(whole.Percentile(percent));
        }

        new ErrorHistogram().Percentile(50).ShouldBeNull();
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var population = new PopulationOptions { Seed = 3, Runs = 6 };

        string alone = Text(Run(population, threads: 1));

        Text(Run(population, threads: 4)).ShouldBe(alone);
    }

    [Fact]
    public void A_run_that_is_played_alone_is_the_one_of_the_population()
    {
        PopulationSession played = Enumerable.Range(0, 20).Select(run => PopulationSession.Play(SessionDraw.Of(3, run, 0.3)))
            .First(session => session.Outcome == PopulationOutcome.Completed);
        PopulationReport alone = Run(new PopulationOptions { Seed = 3, FirstRun = played.Draw.Run, Runs = 1 });

        alone.Played.ShouldBe(1);
        alone.PeakCelsius.Max.ShouldBe(played.Report.PeakCelsius);
    }

    [Fact]
    public void Every_draw_is_accounted_for_and_nominal_sessions_do_not_trip()
    {
        int steps = 0;
        PopulationReport report = Run(new PopulationOptions { Seed = 2, Runs = 16 }, () => steps++);

        steps.ShouldBe(16);
        (report.Excluded + report.RefusedStarts + report.Played).ShouldBe(16);
        report.Played.ShouldBeGreaterThan(4);
        report.FalseTrips.ShouldBe(0, string.Join("; ", report.Findings));
        report.PeakCelsius.Max.ShouldNotBeNull().ShouldBeLessThan(352);
    }

    private static PopulationReport Run(PopulationOptions population, Action? onSession = null, int? threads = null) =>
        PopulationRunner.Run(population, onSession, threads, TestContext.Current.CancellationToken);

    private static string Text(PopulationReport report) => string.Join(
        ' ', report.Excluded, report.RefusedStarts, report.ReadySeconds.Max, report.TimeOptimalRatio.Percentile(50),
        report.OvershootCelsius.Percentile(50), report.HoldErrorPercentile(95), report.PuffDroopCelsius.Max, report.PeakCelsius.Max,
        report.PuffCountErrors, string.Join(';', report.Findings));
}
