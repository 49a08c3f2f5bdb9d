using IqosDevice.Firmware.Core.Link;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Link;

public class EventStreamerTests
{
    private readonly FakeRadio radio = new();
    private readonly EventLog log = new();
    private readonly EventStreamer streamer;

    public EventStreamerTests()
    {
        streamer = new EventStreamer(log, radio);
        radio.Subscribed.Add(RadioValue.EventLog);
    }

    [Fact]
    public void Lists_from_the_number_asked_for_one_entry_a_step_and_ends_with_FFFF()
    {
        Add(5);
        streamer.Request(2);
        streamer.Step();
        radio.Notified.Count.ShouldBe(1);
        Run(10);
        Sequences().ShouldBe([2, 3, 4, 0xFFFF]);
    }

    [Fact]
    public void An_empty_rest_is_just_the_end()
    {
        Add(3);
        streamer.Request(3);
        Run(5);
        Sequences().ShouldBe([0xFFFF]);
    }

    [Fact]
    public void New_entries_come_as_they_happen_while_subscribed()
    {
        Add(3);
        Run(3);
        Add(2);
        Run(5);
        Sequences().ShouldBe([3, 4]);
        radio.Subscribed.Clear();
        Add(1);
        Run(2);
        radio.Subscribed.Add(RadioValue.EventLog);
        Run(2);
        Add(1);
        Run(2);
        Sequences().ShouldBe([6]);
    }

    [Fact]
    public void Entries_that_happen_during_a_listing_are_not_told_twice()
    {
        Add(3);
        streamer.Request(0);
        Run(2);
        Add(2);
        Run(10);
        Sequences().ShouldBe([0, 1, 2, 3, 4, 0xFFFF]);
    }

    [Fact]
    public void A_request_without_a_subscription_sends_nothing_later()
    {
        Add(3);
        radio.Subscribed.Clear();
        streamer.Request(0);
        Run(2);
        radio.Subscribed.Add(RadioValue.EventLog);
        Run(5);
        Sequences().ShouldBeEmpty();
    }

    [Fact]
    public void A_ring_that_went_round_under_a_slow_client_goes_on_with_the_oldest()
    {
        Add(3);
        streamer.Request(0);
        Run(1);
        Add(EventLog.CapacityCount + 10);
        Run(EventLog.CapacityCount + 10);
        var sequences = Sequences();
        sequences[0].ShouldBe(0);
        sequences[1].ShouldBe(13);
        sequences[^1].ShouldBe(0xFFFF);
        sequences.Count.ShouldBe(EventLog.CapacityCount + 2);
    }

    private void Add(int count)
    {
        for (int i = 0; i < count; i++)
        {
            log.Add(EventKind.Boot, 0, 0, 0);
        }
    }

    private void Run(int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            streamer.Step();
        }
    }

    private List<int> Sequences() =>
        radio.Take(RadioValue.EventLog).Select(hex => Convert.ToInt32(hex[2..4] + hex[..2], 16)).ToList();
}
