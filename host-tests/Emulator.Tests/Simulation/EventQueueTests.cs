using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Simulation;

public sealed class EventQueueTests
{
    private readonly EventQueue queue = new();
    private readonly List<string> fired = [];

    [Fact]
    public void Events_fire_in_order_of_time()
    {
        queue.At(30, () => fired.Add("30"));
        queue.At(10, () => fired.Add("10"));
        queue.At(20, () => fired.Add("20"));

        queue.RunUntil(100);

        fired.ShouldBe(["10", "20", "30"]);
    }

    [Fact]
    public void Events_of_one_time_fire_in_order_of_scheduling()
    {
        for (int i = 0; i < 50; i++)
        {
            string name = i.ToString();
            queue.At(10, () => fired.Add(name));
        }

        queue.RunUntil(10);

        fired.ShouldBe(Enumerable.Range(0, 50).Select(i => i.ToString()));
    }

    [Fact]
    public void The_clock_stands_at_the_due_time_while_an_event_fires()
    {
        var seen = new List<long>();
        queue.At(10, () => seen.Add(queue.NowUs));
        queue.At(25, () => seen.Add(queue.NowUs));

        queue.RunUntil(40);

        seen.ShouldBe([10, 25]);
        queue.NowUs.ShouldBe(40);
    }

    [Fact]
    public void An_event_scheduled_by_an_event_within_the_limit_fires_in_the_same_run()
    {
        queue.At(10, () => queue.After(5, () => fired.Add("chained at " + queue.NowUs)));

        queue.RunUntil(15);

        fired.ShouldBe(["chained at 15"]);
    }

    [Fact]
    public void An_event_in_the_past_fires_now_and_never_turns_the_clock_back()
    {
        queue.RunUntil(100);
        queue.At(10, () => fired.Add("late at " + queue.NowUs));

        queue.RunUntil(100);

        fired.ShouldBe(["late at 100"]);
    }

    [Fact]
    public void A_cancelled_event_does_not_fire_and_does_not_count_as_next()
    {
        ScheduledEvent cancelled = queue.At(10, () => fired.Add("cancelled"));
        queue.At(20, () => fired.Add("kept"));
        cancelled.Cancel();

        queue.NextDueUs.ShouldBe(20);
        queue.RunUntil(30);

        fired.ShouldBe(["kept"]);
    }

    [Fact]
    public void Nothing_waiting_means_no_next_due_time()
    {
        queue.NextDueUs.ShouldBe(long.MaxValue);
        queue.RunNext(long.MaxValue).ShouldBeFalse();
    }

    [Fact]
    public void An_event_that_has_fired_can_fire_again_in_the_order_of_scheduling()
    {
        ScheduledEvent recurring = queue.At(10, () => fired.Add("again at " + queue.NowUs));
        queue.RunUntil(10);
        queue.At(20, () => fired.Add("before"));
        queue.Again(recurring, 20);
        queue.At(20, () => fired.Add("after"));

        queue.RunUntil(20);

        fired.ShouldBe(["again at 10", "before", "again at 20", "after"]);
    }

    [Fact]
    public void An_event_that_fires_again_can_be_withdrawn()
    {
        ScheduledEvent recurring = queue.At(10, () => fired.Add("fired"));
        queue.RunUntil(10);
        queue.Again(recurring, 20);
        recurring.Cancel();

        queue.RunUntil(30);

        fired.ShouldBe(["fired"]);
    }

    [Fact]
    public void An_event_that_waits_or_was_withdrawn_does_not_fire_again()
    {
        ScheduledEvent waiting = queue.At(10, () => fired.Add("waiting"));
        ScheduledEvent withdrawn = queue.At(10, () => fired.Add("withdrawn"));
        withdrawn.Cancel();

        Should.Throw<InvalidOperationException>(() => queue.Again(waiting, 20));
        Should.Throw<InvalidOperationException>(() => queue.Again(withdrawn, 20));
    }
}
