using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Holder;

public sealed class AirLatencyTests
{
    private const ushort Scp = 10;
    private const ushort Status = 20;

    private readonly EventQueue queue = new();
    private readonly List<string> delivered = [];
    private readonly AirLatency air;

    public AirLatencyTests() => air = new AirLatency(queue, Deliver) { DelayUs = 30_000 };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(30)]
    public void A_reply_arrives_30_ms_after_its_request_wherever_the_loop_falls(int loopMs)
    {
        air.OnWrite(Scp);
        NotifyAt(loopMs, Scp, 1);

        queue.RunUntil(1_000_000);

        delivered.ShouldBe(["30 10 1"]);
    }

    [Fact]
    public void A_reply_that_takes_longer_arrives_when_it_is_ready()
    {
        air.OnWrite(Scp);
        NotifyAt(55, Scp, 1);

        queue.RunUntil(1_000_000);

        delivered.ShouldBe(["55 10 1"]);
    }

    [Fact]
    public void What_answers_nothing_passes_at_once()
    {
        air.OnWrite(Scp);
        NotifyAt(5, Status, 7);

        queue.RunUntil(1_000_000);

        delivered.ShouldBe(["5 20 7"]);
    }

    [Fact]
    public void Fragments_stay_in_order_also_when_some_are_made_at_the_very_time_of_delivery()
    {
        NotifyAt(30, Scp, 3);
        air.OnWrite(Scp);
        NotifyAt(10, Scp, 1);
        NotifyAt(10, Scp, 2);
        NotifyAt(40, Scp, 4);
        queue.RunUntil(9_000);

        queue.RunUntil(1_000_000);

        delivered.ShouldBe(["30 10 1", "30 10 2", "30 10 3", "40 10 4"]);
    }

    [Fact]
    public void Without_delay_a_reply_passes_at_once()
    {
        air.DelayUs = 0;
        air.OnWrite(Scp);
        air.Send(Scp, [1]);

        delivered.ShouldBe(["0 10 1"]);
    }

    [Fact]
    public void A_broken_link_loses_what_is_under_way_and_the_next_client_is_not_held_up()
    {
        air.OnWrite(Scp);
        air.Send(Scp, [1]);
        air.Clear();
        air.Send(Scp, [2]);

        queue.RunUntil(1_000_000);

        delivered.ShouldBe(["0 10 2"]);
    }

    private void Deliver(ushort handle, byte[] value) => delivered.Add($"{queue.NowUs / 1000} {handle} {value[0]}");

    private void NotifyAt(int ms, ushort handle, byte value) => queue.At(ms * 1000L, () => air.Send(handle, [value]));
}
