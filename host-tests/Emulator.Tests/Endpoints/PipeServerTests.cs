using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class PipeServerTests
{
    private const ushort BatteryHandle = 0x0008;

    [Fact]
    public async Task A_client_reads_writes_and_is_notified()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();

        (await pair.Client.AskAsync("02F700")).ShouldBe("03F700");
        (await pair.Client.AskAsync("0A0800")).ShouldBe("0B0F003819B40E64");
        (await pair.Client.AskAsync("120B0000C0000000")).ShouldBe("13");
        (await pair.Client.AskAsync("1209000100")).ShouldBe("13");
        await pair.Simulation.RunAsync(() => pair.Peripheral.Notify(BatteryHandle, [0xAA]));

        (await pair.Client.ReceiveAsync()).ShouldBe("1B0800AA");
    }

    [Fact]
    public async Task Requests_come_whole_even_if_the_stream_brings_them_byte_by_byte()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        foreach (byte part in AttTestClient.Frame("0A0500"))
        {
            await pair.Client.SendAsync(part);
        }

        (await pair.Client.ReceiveAsync()).ShouldBe("0B534E");
    }

    [Fact]
    public async Task A_second_client_is_refused_while_one_is_connected_and_served_after_it_left()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await using (AttTestClient second = pair.Connect())
        {
            await second.WaitForEndAsync();
            (await pair.Log.WaitForAsync("refused")).ShouldContain("memory client 1 is connected");
        }

        (await pair.Client.AskAsync("0A0500")).ShouldBe("0B534E", "the first client is not disturbed");
        await pair.Client.DisposeAsync();
        (await pair.Log.WaitForAsync("ended")).ShouldContain("the client left");
        await using AttTestClient third = await pair.ConnectNextAsync();
        (await third.AskAsync("0A0500")).ShouldBe("0B534E");
    }

    [Fact]
    public async Task A_client_that_reconnects_before_its_end_was_seen_is_not_refused()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await using AttTestClient next = pair.Connect();
        await pair.Client.DisposeAsync();

        (await next.AskAsync("0A0500")).ShouldBe("0B534E");
    }

    [Fact]
    public async Task Only_the_one_that_came_last_waits_for_the_holder()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await using AttTestClient given = pair.Connect();
        await using AttTestClient last = pair.Connect();
        await given.WaitForEndAsync();
        await pair.Client.DisposeAsync();

        (await last.AskAsync("0A0500")).ShouldBe("0B534E");
    }

    [Fact]
    public async Task A_holder_that_does_not_advertise_refuses()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await pair.Client.DisposeAsync();
        await pair.Log.WaitForAsync("ended");
        await pair.Simulation.RunAsync(() => pair.Peripheral.AdvertisingEnabled = false);

        await using AttTestClient next = pair.Connect();

        await next.WaitForEndAsync();
        (await pair.Log.WaitForAsync("refused")).ShouldContain("does not advertise");
    }

    [Fact]
    public async Task Other_channels_are_ignored_and_logged_once()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await pair.Client.SendAsync([.. AttTestClient.Frame("1201080018002800000048", 5), .. AttTestClient.Frame("01", 6)]);

        (await pair.Client.AskAsync("0A0500")).ShouldBe("0B534E");
        (await pair.Log.WaitForAsync("ignored")).ShouldContain("channel 5");
    }

    [Fact]
    public async Task An_oversized_frame_ends_the_connection_with_its_place_and_the_next_client_is_served()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await pair.Client.SendAsync([.. AttTestClient.Frame("0A0500"), 0xFF, 0xFF, 0x04, 0x00]);

        (await pair.Client.ReceiveAsync()).ShouldBe("0B534E", "what was right before it is still answered");
        await pair.Client.WaitForEndAsync();

        string line = await pair.Log.WaitForAsync("ended");
        line.ShouldContain("65535 bytes");
        line.ShouldContain("byte 7 ");
        await using AttTestClient next = await pair.ConnectNextAsync();
        (await next.AskAsync("0A0500")).ShouldBe("0B534E");
    }

    [Fact]
    public async Task A_frame_cut_off_by_the_end_is_logged()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await pair.Client.SendAsync(AttTestClient.Frame("0A0500")[..5]);
        await pair.Client.DisposeAsync();

        (await pair.Log.WaitForAsync("ended")).ShouldContain("in the middle of a message, after 5 bytes");
    }

    [Fact]
    public async Task A_client_that_never_reads_is_dropped_and_the_next_one_served()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await pair.Client.AskAsync("02F700");
        await pair.Client.AskAsync("1209000100");
        await pair.Simulation.RunAsync(() =>
        {
            byte[] value = new byte[240];
            for (int i = 0; i < 10_000; i++)
            {
                pair.Peripheral.Notify(BatteryHandle, value);
            }

            return true;
        });

        (await pair.Log.WaitForAsync("ended")).ShouldContain("does not read");
        await using AttTestClient next = await pair.ConnectNextAsync();
        (await next.AskAsync("0A0500")).ShouldBe("0B534E");
    }

    [Fact]
    public async Task A_client_that_floods_the_holder_with_requests_is_dropped()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        pair.Holder.Battery.AnswersLater = true;
        byte[] request = AttTestClient.Frame("0A0800");
        await pair.Client.SendAsync([.. Enumerable.Repeat(request, AttServer.MostWaitingRequests + 2).SelectMany(bytes => bytes)]);

        await pair.Client.WaitForEndAsync();
        (await pair.Log.WaitForAsync("ended")).ShouldContain("without waiting");
    }

    [Fact]
    public async Task The_holder_can_drop_its_client()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await pair.Simulation.RunAsync(() =>
        {
            pair.Peripheral.Disconnect("out of range");
            return true;
        });

        await pair.Client.WaitForEndAsync();
        (await pair.Log.WaitForAsync("ended")).ShouldContain("out of range");
        await using AttTestClient next = await pair.ConnectNextAsync();
        (await next.AskAsync("0A0500")).ShouldBe("0B534E");
        pair.Holder.LinkChanges.ShouldBe([true, false, true]);
    }

    [Fact]
    public async Task An_owner_that_throws_costs_the_connection_and_nothing_else()
    {
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        pair.Holder.Serial.Value = null!;
        pair.Holder.Peripheral.LinkChanged = null;
        pair.Holder.Model.AnswersLater = true;
        await pair.Simulation.RunAsync(() => pair.Peripheral.MtuExchanged = _ => throw new InvalidOperationException("a defect"));
        await pair.Client.SendAsync(AttTestClient.Frame("02F700"));

        await pair.Client.WaitForEndAsync();
        (await pair.Log.WaitForAsync("ended")).ShouldContain("a defect");
        await using AttTestClient next = await pair.ConnectNextAsync();
        (await next.AskAsync("0A0800")).ShouldBe("0B0F003819B40E64");
    }
}
