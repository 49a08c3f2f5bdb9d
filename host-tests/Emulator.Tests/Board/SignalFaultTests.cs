using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Tests.Board;

/// <summary>What each kind of failure makes of a ramp of one unit a second, sampled every 10 ms.</summary>
public sealed class SignalFaultTests
{
    private const long SampleUs = 10_000;

    [Fact]
    public void Without_a_fault_the_truth_passes_bit_for_bit()
    {
        var path = new SignalPath();

        path.Pass(0.1 + 0.2, 5).ShouldBe(0.1 + 0.2);
        path.Pass(true, 5).ShouldBeTrue();
    }

    [Fact]
    public void A_tolerance_acts_before_the_fault()
    {
        var path = new SignalPath { Gain = 1.01, Offset = 2, Fault = new WrongSignal(1, 10) };

        path.Pass(100, 0).ShouldBe(113);
    }

    [Fact]
    public void Stuck_keeps_the_value_of_its_first_moment()
    {
        Play(new StuckSignal(), fromSeconds: 3).ShouldAllBe(shown => shown == 3);
    }

    [Fact]
    public void Slow_trails_a_ramp_by_its_time_constant()
    {
        Play(new SlowSignal(0.5))[^1].ShouldBe(10 - 0.5, 0.02);
    }

    [Fact]
    public void Delayed_shows_the_ramp_as_it_was()
    {
        double[] shown = Play(new DelayedSignal(2));

        shown[100].ShouldBe(0, "nothing has arrived yet");
        shown[^1].ShouldBe(8, 0.02);
    }

    [Fact]
    public void Wrong_is_out_by_factor_and_offset()
    {
        new WrongSignal(2, 1).Distort(3, 0).ShouldBe(7);
    }

    [Fact]
    public void A_level_that_is_turned_over_is_the_other_one()
    {
        var path = new SignalPath { Fault = new WrongSignal(-1, 1) };

        path.Pass(true, 0).ShouldBeFalse();
        path.Pass(false, 0).ShouldBeTrue();
    }

    [Fact]
    public void Garbage_fills_its_range_whatever_the_truth()
    {
        double[] shown = Play(new GarbageSignal(7, -40, 600));

        shown.Min().ShouldBeInRange(-40, 0);
        shown.Max().ShouldBeInRange(560, 600);
        shown.Average().ShouldBe(280, 30);
    }

    [Fact]
    public void Garbage_depends_on_the_time_and_not_on_how_often_it_is_asked()
    {
        var once = new GarbageSignal(7, 0, 1);
        var often = new GarbageSignal(7, 0, 1);
        for (long us = 0; us < 1_000_000; us += 137)
        {
            often.Distort(0, us);
        }

        often.Distort(0, 1_000_000).ShouldBe(once.Distort(0, 1_000_000));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void An_intermittent_contact_is_open_for_its_share_of_the_time(double share)
    {
        double[] shown = Play(new IntermittentSignal(3, share, -1), seconds: 100);

        ((double)shown.Count(value => value == -1) / shown.Length).ShouldBe(share, 0.05);
        shown.Where(value => value != -1).ShouldAllBe(value => value >= 0);
    }

    [Fact]
    public void Another_rate_counts_on_from_its_first_moment()
    {
        Play(new RateSignal(0.5), fromSeconds: 4)[^1].ShouldBe(4 + 5, 0.01);
    }

    private static double[] Play(ISignalFault fault, double fromSeconds = 0, double seconds = 10)
    {
        int samples = (int)(seconds * 1e6 / SampleUs) + 1;
        return [.. Enumerable.Range(0, samples)
            .Select(sample => sample * SampleUs)
            .Select(us => fault.Distort(fromSeconds + (us * 1e-6), us))];
    }
}
