using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Hosting;

/// <summary>Only order and thread are looked at here, never how long something took.</summary>
public sealed class HolderRunnerTests
{
    private readonly EventQueue queue = new();

    [Theory]
    [InlineData(1)]
    [InlineData(double.PositiveInfinity)]
    public async Task Posted_work_runs_one_at_a_time_and_in_each_posters_order(double speed)
    {
        const int posters = 4;
        const int posts = 2000;
        using HolderRunner runner = Started(speed);
        var ran = new List<(int Poster, int Number)>();
        int inside = 0;
        int together = 0;
        await Task.WhenAll(Enumerable.Range(0, posters).Select(poster => Task.Run(() =>
        {
            for (int i = 0; i < posts; i++)
            {
                int number = i;
                runner.Post(() =>
                {
                    together += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
                    ran.Add((poster, number));
                    Interlocked.Decrement(ref inside);
                });
            }
        })));
        await AskNow(runner);

        together.ShouldBe(0);
        ran.Count.ShouldBe(posters * posts);
        foreach (IGrouping<int, (int Poster, int Number)> own in ran.GroupBy(work => work.Poster))
        {
            own.Select(work => work.Number).ShouldBe(Enumerable.Range(0, posts));
        }
    }

    [Fact]
    public void Whoever_finds_nobody_inside_runs_its_work_itself()
    {
        using HolderRunner runner = Started(speed: 1, paused: true);

        // The clock's thread looks in now and then; hardly every time.
        Enumerable.Range(0, 1000).Any(_ =>
        {
            int ranOn = 0;
            runner.Post(() => ranOn = Environment.CurrentManagedThreadId);
            return ranOn == Environment.CurrentManagedThreadId;
        }).ShouldBeTrue();
    }

    [Fact]
    public async Task Work_posted_from_inside_waits_for_the_work_that_posts_it()
    {
        using HolderRunner runner = Started(speed: 1, paused: true);
        var order = new List<string>();
        runner.Post(() =>
        {
            runner.Post(() => order.Add("inner"));
            order.Add("outer");
        });
        await AskNow(runner);

        order.ShouldBe(["outer", "inner"]);
    }

    [Fact]
    public async Task An_event_that_posted_work_schedules_fires_though_nothing_else_is_due()
    {
        using HolderRunner runner = Started(speed: 1000);
        TaskCompletionSource fired = NewSignal();
        await AskNow(runner);
        runner.Post(() => queue.After(1000, fired.SetResult));

        await fired.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void After_its_end_nothing_runs()
    {
        HolderRunner runner = Started(speed: 1);
        runner.Dispose();
        bool ran = false;
        runner.Post(() => ran = true);

        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task At_maximum_speed_an_hour_passes_unwatched()
    {
        TaskCompletionSource done = NewSignal();
        queue.At(3_600_000_000, done.SetResult);
        using HolderRunner runner = Started(HolderRunner.MaximumSpeed);

        await done.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task In_real_time_an_event_fires_at_its_virtual_time()
    {
        var fired = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.At(20_000, () => fired.SetResult(queue.NowUs));
        using HolderRunner runner = Started(speed: 1);

        (await fired.Task.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe(20_000);
    }

    [Fact]
    public async Task While_paused_time_stands_still_but_posted_work_runs_and_advance_moves_it()
    {
        using HolderRunner runner = Started(speed: 1, paused: true);
        long before = await AskNow(runner);

        runner.Advance(TimeSpan.FromSeconds(5));

        (await AskNow(runner)).ShouldBe(before + 5_000_000);
    }

    [Fact]
    public async Task Work_on_the_simulations_thread_may_advance_time_itself()
    {
        using HolderRunner runner = Started(speed: 1, paused: true);
        var now = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        runner.Post(() =>
        {
            runner.Advance(TimeSpan.FromSeconds(2));
            now.SetResult(queue.NowUs);
        });

        (await now.Task.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe(2_000_000);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_pause_from_within_stands_still_at_its_own_time(double speed)
    {
        using var runner = new HolderRunner(queue, speed);
        int later = 0;
        TaskCompletionSource paused = NewSignal();
        queue.At(50_000, () =>
        {
            runner.Paused = true;
            paused.SetResult();
        });
        queue.At(50_001, () => later++);
        runner.Start();
        await paused.Task.WaitAsync(TestContext.Current.CancellationToken);

        (await AskNow(runner)).ShouldBe(50_000);
        (await AskNow(runner)).ShouldBe(50_000);
        later.ShouldBe(0);
    }

    [Fact]
    public async Task At_maximum_speed_posted_work_comes_before_the_next_event()
    {
        using var runner = new HolderRunner(queue, HolderRunner.MaximumSpeed);
        var now = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.At(10_000, () => runner.Post(() =>
        {
            runner.Paused = true;
            now.SetResult(queue.NowUs);
        }));
        queue.At(10_001, () => { });
        runner.Start();

        (await now.Task.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe(10_000);
        (await AskNow(runner)).ShouldBe(10_000);
    }

    [Fact]
    public async Task A_paused_runner_advances_exactly_and_a_new_speed_moves_nothing()
    {
        for (long us = 7_000; us < 1_000_000; us += 7_000)
        {
            queue.At(us, () => { });
        }

        using HolderRunner runner = Started(HolderRunner.MaximumSpeed, paused: true);

        runner.Speed = 1000;
        runner.Advance(TimeSpan.FromMilliseconds(123));
        runner.Speed = HolderRunner.MaximumSpeed;

        (await AskNow(runner)).ShouldBe(123_000);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(double.PositiveInfinity)]
    public async Task The_runner_ends_at_its_end_sharp(double speed)
    {
        var fired = new List<long>();
        for (long us = 10_000; us <= 500_000; us += 10_000)
        {
            queue.At(us, () => fired.Add(queue.NowUs));
        }

        using var runner = new HolderRunner(queue, speed, endUs: 255_000);
        runner.Start();
        await runner.Completion.WaitAsync(TestContext.Current.CancellationToken);

        queue.NowUs.ShouldBe(255_000);
        fired[^1].ShouldBe(250_000);
    }

    [Fact]
    public async Task Nothing_advances_beyond_the_end()
    {
        using var runner = new HolderRunner(queue, 1, endUs: 3_600_000_000) { Paused = true };
        runner.Start();

        runner.Advance(TimeSpan.FromHours(2));
        await runner.Completion.WaitAsync(TestContext.Current.CancellationToken);

        queue.NowUs.ShouldBe(3_600_000_000);
    }

    [Fact]
    public async Task Work_that_throws_ends_the_runner_with_its_exception()
    {
        using HolderRunner runner = Started(speed: 1);
        runner.Post(() => throw new InvalidOperationException("broken"));

        (await Should.ThrowAsync<InvalidOperationException>(runner.Completion)).Message.ShouldBe("broken");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_speed_must_be_above_zero(double speed)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new HolderRunner(queue, speed));
    }

    [Fact]
    public void Disposing_ends_the_thread()
    {
        HolderRunner runner = Started(speed: 1);
        runner.Dispose();

        runner.Completion.IsCompletedSuccessfully.ShouldBeTrue();
    }

    /// <summary>Whoever waits goes on elsewhere, not inside the simulation.</summary>
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HolderRunner Started(double speed, bool paused = false)
    {
        var runner = new HolderRunner(queue, speed) { Paused = paused };
        runner.Start();
        return runner;
    }

    private async Task<long> AskNow(HolderRunner runner)
    {
        var now = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        runner.Post(() => now.SetResult(queue.NowUs));
        return await now.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
