using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Tests.Holder;

/// <summary>When an SCP reply reaches the client, wherever between two turns of the loop its request falls.</summary>
public sealed class ReplyTimingTests
{
    // Product number of the charger: request and head of the reply as captured.
    private static readonly byte[] Request = [0x00, 0xC0, 0x00, 0x03, 0x09];
    private static readonly byte[] ReplyHead = [0x00, 0xC0, 0x88, 0x03];

    [Theory]
    [InlineData(0)]
    [InlineData(1_234)]
    [InlineData(10_000)]
    [InlineData(19_999)]
    public void A_reply_arrives_exactly_30_ms_after_its_request(long offsetUs)
    {
        DelayOfReply(new HolderOptions(), offsetUs).ShouldBe(30_000);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 7_777)]
    [InlineData(5, 1)]
    [InlineData(500, 3)]
    public void The_delay_can_be_set_from_at_once_to_long(int delayMs, long offsetUs)
    {
        DelayOfReply(new HolderOptions { ReplyDelayMs = delayMs }, offsetUs).ShouldBe(delayMs * 1000);
    }

    [Fact]
    public void A_frame_with_a_wrong_checksum_gets_silence_and_a_line_in_the_log()
    {
        var lines = new List<string>();
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Log = lines.Add });
        HolderClient client = Subscribed(holder);

        client.Write(HolderClient.ScpControlPoint, [.. Request[..4], 0x0A]).ShouldBe([0x13]);
        holder.Advance(TimeSpan.FromSeconds(1));

        client.Notifications.ShouldBeEmpty();
        lines.ShouldContain(line => line.Contains("CRC8 0A", StringComparison.Ordinal));
    }

    [Fact]
    public void Lenient_a_frame_with_a_wrong_checksum_is_answered()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Lenient = true });
        HolderClient client = Subscribed(holder);

        client.Write(HolderClient.ScpControlPoint, [.. Request[..4], 0x0A]);
        holder.Advance(TimeSpan.FromSeconds(1));

        client.Notifications.ShouldHaveSingleItem().Value[..4].ShouldBe(ReplyHead);
    }

    [Fact]
    public void At_an_mtu_of_23_a_long_reply_comes_in_fragments_at_one_time_and_in_order()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        var client = new HolderClient(holder, exchangeMtu: false);
        client.Subscribe(HolderClient.ScpControlPoint);

        // Telemetry: 40 bytes.
        client.Write(HolderClient.ScpControlPoint, 0x00, 0xC9, 0x10, 0x02, 0x01, 0x01, 0x75, 0xD6);
        holder.Advance(TimeSpan.FromSeconds(1));

        client.Notifications.Count.ShouldBeGreaterThan(1);
        client.Notifications.ShouldAllBe(notification => notification.Value.Length <= 20);
        client.Notifications.Select(notification => (int)notification.Value[0])
            .ShouldBe(Enumerable.Range(0, client.Notifications.Count).Reverse());
    }

    private static long DelayOfReply(HolderOptions options, long offsetUs)
    {
        using VirtualHolder holder = VirtualHolder.Start(options);
        HolderClient client = Subscribed(holder);
        holder.Queue.RunUntil(1_000_000 + offsetUs);
        long sentUs = holder.Queue.NowUs;
        client.Write(HolderClient.ScpControlPoint, Request);
        holder.Advance(TimeSpan.FromSeconds(1));

        (long atUs, _, byte[] value) = client.Notifications.ShouldHaveSingleItem();
        value[..4].ShouldBe(ReplyHead);
        return atUs - sentUs;
    }

    private static HolderClient Subscribed(VirtualHolder holder)
    {
        var client = new HolderClient(holder);
        client.Subscribe(HolderClient.ScpControlPoint);
        return client;
    }
}
