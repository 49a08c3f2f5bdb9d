using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Hosting;

/// <summary>Only order and thread are looked at here, never how long something took.</summary>
public sealed class HolderRunnerTests
{
    private readonly EventQueue queue = new();

    [Fact]
    public async Task Posted_work_runs_on_the_simulations_thread_in_order()
    {
        using HolderRunner runner = Started(speed: 1);
        int own = Environment.CurrentManagedThreadId;
        var threads = new List<int>();
        var order = new List<int>();
        TaskCompletionSource done = NewSignal();
        for (int i = 0; i < 100; i++)
        {
            int number = i;
            runner.Post(() =>
            {
                order.Add(number);
                threads.Add(Environment.CurrentManagedThreadId);
            });
        }

        runner.Post(done.SetResult);
        await done.Task.WaitAsync(TestContext.Current.CancellationToken);

        order.ShouldBe(Enumerable.Range(0, 100));
        threads.Distinct().ShouldHaveSingleItem().ShouldNotBe(own);
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

    /// <summary>Whoever waits goes on elsewhere, not on the simulation's thread.</summary>
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
