using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder.Soak;
using IqosDevice.Emulator.Hosting.Fleet;

namespace IqosDevice.Emulator.Tests.Hosting.Fleet;

public sealed class FleetRunnerTests
{
    private static readonly SoakOptions Few = new() { Seed = 3, Holders = 20, Duration = TimeSpan.FromSeconds(70) };

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        FleetReport alone = new FleetRunner(Few, threads: 1).Run(cancellation: TestContext.Current.CancellationToken);
        FleetReport many = new FleetRunner(Few, threads: 4).Run(cancellation: TestContext.Current.CancellationToken);

        many.Hash.ShouldBe(alone.Hash);
        many.Acts.ShouldBe(alone.Acts);
        many.HeatingShare.ShouldBe(alone.HeatingShare);
        alone.Acts.ShouldBeGreaterThan(50);
        alone.Faults.ShouldBeGreaterThan(0);
        alone.MostHeating.ShouldBeGreaterThan(0);
        alone.Violations.ShouldBeEmpty();
        alone.VirtualSeconds.ShouldBe(70);
        alone.Minutes.ShouldHaveSingleItem().Minute.ShouldBe(1);
    }

    [Fact]
    public void Another_seed_is_another_fleet()
    {
        SoakOptions one = Few with { Holders = 1 };
        new FleetRunner(one with { Seed = 4 }).Run(cancellation: TestContext.Current.CancellationToken).Hash.ShouldNotBe(new FleetRunner(one).Run(cancellation: TestContext.Current.CancellationToken).Hash);
    }

    [Fact]
    public void A_holder_of_a_fleet_lives_the_same_life_alone()
    {
        using var first = new SoakHolder(Few, 17);
        using var again = new SoakHolder(Few with { Holders = 1, FirstHolder = 17 }, 17);
        first.RunUntil(40_000_000);
        for (long us = 200_000; us <= 40_000_000; us += 200_000)
        {
            again.RunUntil(us);
        }

        again.TraceHash.ShouldBe(first.TraceHash);
    }

    [Fact]
    public void In_sessions_every_holder_heats_at_once()
    {
        FleetReport report = new FleetRunner(Few with { OnlySessions = true, Duration = TimeSpan.FromSeconds(30) }).Run(cancellation: TestContext.Current.CancellationToken);

        report.MostHeating.ShouldBe(Few.Holders);
        report.Faults.ShouldBe(0);
    }

    [Fact]
    public void Only_what_keeps_pace_with_the_clock_is_late()
    {
        SoakOptions brief = Few with { Holders = 2, Duration = TimeSpan.FromSeconds(2) };

        new FleetRunner(brief).Run(cancellation: TestContext.Current.CancellationToken).LatenessP99Ms.ShouldBeNull();
        new FleetRunner(brief, speed: 100).Run(cancellation: TestContext.Current.CancellationToken).LatenessP99Ms.ShouldNotBeNull();
    }

    [Fact]
    public void A_holder_that_cannot_stop_heating_is_a_violation()
    {
        using var holder = new SoakHolder(Few, 0);
        holder.Holder.Board.PowerStage.Defects = PowerStageDefects.TransistorShorted | PowerStageDefects.LoadSwitchWelded;
        holder.RunUntil(1_000_000);

        holder.Violations.ShouldContain(what => what.Contains("heat outside of a session", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancelled_run_reports_what_was_reached()
    {
        using var ending = new CancellationTokenSource();
        FleetReport report = new FleetRunner(Few with { Duration = TimeSpan.FromHours(1), Holders = 2 })
            .Run(minute => ending.Cancel(), ending.Token);

        report.VirtualSeconds.ShouldBe(60);
    }
}
