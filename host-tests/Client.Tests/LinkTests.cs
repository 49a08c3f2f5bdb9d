using IqosDevice.Client.Gatt;

namespace IqosDevice.Client.Tests;

/// <summary>The link itself: requests that are refused, lost or never answered, and a holder that talks nonsense.</summary>
public sealed class LinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_lost_in_the_middle_of_a_request_fails_that_request_and_every_later_one()
    {
        ScriptedHolder? holder = null;
        holder = new ScriptedHolder(pdu => pdu.StartsWith("0A", StringComparison.Ordinal) ? Leave() : null);
        await using ScriptedHolder owned = holder;
        await using HolderClient client = await holder.ConnectAsync();

        await Should.ThrowAsync<HolderConnectionException>(() => client.Gatt.ReadAsync(client.Gatt.Characteristics[0], Token));
        await Should.ThrowAsync<HolderConnectionException>(() => client.ReadLockedAsync(Token));

        string[] Leave()
        {
            holder!.Leave();
            return [];
        }
    }

    [Fact]
    public async Task Code_after_a_request_may_block_on_the_next_one()
    {
        // What is awaited goes on where the response was read, so the reading must have moved on by then.
        await using RunningHolder holder = RunningHolder.Start();
        await using HolderClient client = await holder.ConnectAsync();
        RemoteCharacteristic first = client.Gatt.Characteristics[0];
        for (int i = 0; i < 100; i++)
        {
            (await AwaitAndBlockAsync()).ShouldNotBeEmpty();
        }

        async Task<byte[]> AwaitAndBlockAsync()
        {
            await client.Gatt.ReadAsync(first, Token).ConfigureAwait(false);
            return client.Gatt.ReadAsync(first, Token).WaitAsync(TimeSpan.FromSeconds(20), Token).GetAwaiter().GetResult();
        }
    }

    [Fact]
    public async Task Code_after_a_failed_request_may_wait_for_the_end_of_the_client()
    {
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => []));
        HolderClient client = await holder.ConnectAsync();
        Task<bool> request = client.ReadLockedAsync(Token);
        Task following = FollowAsync();
        holder.Leave();

        await following;

        async Task FollowAsync()
        {
            await Should.ThrowAsync<HolderConnectionException>(() => request).ConfigureAwait(false);
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_link_lost_while_waiting_for_a_notification_ends_the_wait()
    {
        await using var holder = new ScriptedHolder(_ => null);
        await using HolderClient client = await holder.ConnectAsync();
        await using IAsyncEnumerator<byte[]> values =
            client.Gatt.SubscribeAsync(client.Gatt.Characteristics[0], Token).GetAsyncEnumerator(Token);
        ValueTask<bool> next = values.MoveNextAsync();

        holder.Leave();

        await Should.ThrowAsync<HolderConnectionException>(async () => await next);
    }

    [Fact]
    public async Task A_client_that_is_disposed_ends_its_own_requests()
    {
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => []));
        HolderClient client = await holder.ConnectAsync();
        Task<bool> request = client.ReadLockedAsync(Token);
        Task<bool> waiting = client.ReadLockedAsync(Token);

        await client.DisposeAsync();

        await Should.ThrowAsync<HolderConnectionException>(() => request);
        await Should.ThrowAsync<HolderConnectionException>(() => waiting);
        await holder.WaitForEndAsync();
    }

    [Fact]
    public async Task A_request_that_is_never_answered_closes_the_link()
    {
        await using var holder = new ScriptedHolder(pdu => pdu.StartsWith("0A", StringComparison.Ordinal) ? [] : null);
        await using HolderClient client = await holder.ConnectAsync(new HolderClientOptions { AttTimeout = TimeSpan.FromSeconds(2) });

        HolderTimeoutException error = await Should.ThrowAsync<HolderTimeoutException>(
            () => client.Gatt.ReadAsync(client.Gatt.Characteristics[0], Token));

        error.Message.ShouldContain("0x0A");
        await holder.WaitForEndAsync();
        await Should.ThrowAsync<HolderConnectionException>(() => client.ReadLockedAsync(Token));
    }

    [Fact]
    public async Task Cancelling_a_read_leaves_the_link_usable()
    {
        var arrived = new TaskCompletionSource();
        await using var holder = new ScriptedHolder(pdu =>
        {
            if (!pdu.StartsWith("0A", StringComparison.Ordinal) || !arrived.TrySetResult())
            {
                return pdu.StartsWith("0A", StringComparison.Ordinal) ? ["0B02"] : null;
            }

            return [];
        });
        await using HolderClient client = await holder.ConnectAsync();
        using var cancellation = new CancellationTokenSource();
        Task<byte[]> first = client.Gatt.ReadAsync(client.Gatt.Characteristics[0], cancellation.Token);
        await arrived.Task.WaitAsync(Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        Task<byte[]> second = client.Gatt.ReadAsync(client.Gatt.Characteristics[0], Token);
        await holder.SendAsync("0B01");

        (await second).ShouldBe([0x02], "01 was the answer to the first");
    }

    [Fact]
    public async Task A_refusal_names_request_handle_and_error()
    {
        await using var holder = new ScriptedHolder(pdu => pdu.StartsWith("0A", StringComparison.Ordinal) ? ["010A030002"] : null);
        await using HolderClient client = await holder.ConnectAsync();

        AttErrorException error = await Should.ThrowAsync<AttErrorException>(
            () => client.Gatt.ReadAsync(client.Gatt.Characteristics[0], Token));

        (error.RequestOpcode, error.Handle, error.ErrorCode).ShouldBe(((byte)0x0A, (ushort)3, (byte)0x02));
        error.Message.ShouldContain("Read Not Permitted");
    }

    [Fact]
    public async Task Answers_to_other_requests_are_no_answers()
    {
        await using var holder = new ScriptedHolder(pdu =>
            pdu.StartsWith("0A", StringComparison.Ordinal) ? ["13", "0112030002", "FF", "1B01", "0B42"] : null);
        await using HolderClient client = await holder.ConnectAsync();

        (await client.Gatt.ReadAsync(client.Gatt.Characteristics[0], Token)).ShouldBe([0x42]);
    }

    [Fact]
    public async Task An_indication_is_given_to_listeners_and_confirmed()
    {
        await using var holder = new ScriptedHolder(pdu => pdu == "1E" ? [] : null);
        await using HolderClient client = await holder.ConnectAsync();
        await using IAsyncEnumerator<byte[]> values =
            client.Gatt.SubscribeAsync(client.Gatt.Characteristics[0], Token).GetAsyncEnumerator(Token);
        ValueTask<bool> next = values.MoveNextAsync();
        await client.Gatt.WriteAsync(client.Gatt.Characteristics[0], new byte[] { 1 }, Token);

        await holder.SendAsync("1D0300AA55");

        (await next).ShouldBeTrue();
        values.Current.ShouldBe([0xAA, 0x55]);
        await client.Gatt.WriteAsync(client.Gatt.Characteristics[0], new byte[] { 2 }, Token);
        lock (holder.Received)
        {
            holder.Received.ShouldContain("1E");
        }
    }

    [Fact]
    public async Task A_long_value_is_read_to_its_end()
    {
        string full = string.Concat(Enumerable.Repeat("AB", 22));
        await using var holder = new ScriptedHolder(pdu => pdu switch
        {
            "021700" => ["031700"],
            "0A0300" => ["0B" + full],
            "0C03001600" => ["0D" + full],
            "0C03002C00" => ["0DCD"],
            _ => null,
        });
        await using HolderClient client = await holder.ConnectAsync(new HolderClientOptions { Mtu = 23 });

        byte[] value = await client.Gatt.ReadAsync(client.Gatt.Characteristics[0], Token);

        Convert.ToHexString(value).ShouldBe(full + full + "CD");
    }

    [Theory]
    [InlineData("10", "1100")]
    [InlineData("10", "11000100")]
    [InlineData("10", "1114010004")]
    [InlineData("10", "1106010000000018")]
    [InlineData("08", "0915020018")]
    [InlineData("08", "09020200")]
    [InlineData("04", "0502040002")]
    [InlineData("04", "050103000229")]
    [InlineData("02", "03F7")]
    public async Task Discovery_that_goes_wrong_is_an_error_and_no_endless_search(string request, string answer)
    {
        await using var holder = new ScriptedHolder(pdu => pdu.StartsWith(request, StringComparison.Ordinal) ? [answer] : null);

        (await Should.ThrowAsync<HolderException>(() => holder.ConnectAsync())).Message.ShouldContain(answer);

        await holder.WaitForEndAsync();
    }

    [Theory]
    [InlineData("FFFF0400", "65535 bytes")]
    [InlineData("05000400", "in the middle of a frame")]
    public async Task A_stream_that_carries_no_frames_ends_the_link(string bytes, string what)
    {
        await using var holder = new ScriptedHolder(_ => null);
        await using HolderClient client = await holder.ConnectAsync();
        await holder.SendRawAsync(bytes);
        holder.Leave();
        await holder.WaitForEndAsync();

        (await Should.ThrowAsync<HolderConnectionException>(async () =>
        {
            while (true)
            {
                await client.ReadLockedAsync(Token);
            }
        })).Message.ShouldContain(what);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(518)]
    public void An_mtu_that_cannot_be_is_refused(int mtu) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new HolderClientOptions { Mtu = mtu });
}
