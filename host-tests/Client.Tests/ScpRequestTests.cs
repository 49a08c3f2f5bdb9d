using IqosDevice.Client.Scp;

namespace IqosDevice.Client.Tests;

/// <summary>Replies carry no number: what the client takes for an answer, and what it passes over.</summary>
public sealed class ScpRequestTests
{
    /// <summary>Where something has to arrive before the time-out, however busy the machine is.</summary>
    private static readonly HolderClientOptions Patient = new() { ScpTimeout = TimeSpan.FromSeconds(2) };

    private static readonly HolderClientOptions Impatient = new() { ScpTimeout = TimeSpan.FromMilliseconds(50) };

    [Fact]
    public async Task Silence_is_a_time_out_that_says_what_it_means()
    {
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => []));
        await using HolderClient client = await holder.ConnectAsync(Impatient);

        HolderTimeoutException error = await Should.ThrowAsync<HolderTimeoutException>(() => client.ReadLockedAsync(Token));

        error.Message.ShouldContain("C900041C");
        error.Message.ShouldContain("does not support it");
    }

    [Fact]
    public async Task After_a_time_out_the_next_request_is_served()
    {
        bool isSilent = true;
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => isSilent ? [] : [Seal("08840402FF0000")]));
        await using HolderClient client = await holder.ConnectAsync(Patient);
        await Should.ThrowAsync<HolderTimeoutException>(() => client.ReadLockedAsync(Token));
        isSilent = false;

        (await client.ReadLockedAsync(Token)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("0008840402FF000000", "a wrong checksum")]
    [InlineData("00C0840402FF0000??", "another address")]
    [InlineData("000884242000000000??", "too long")]
    [InlineData("000884251E000000??", "another register")]
    [InlineData("000886041E000000??", "another operation")]
    [InlineData("00C90004??", "a request")]
    [InlineData("0008", "too short")]
    [InlineData("", "nothing at all")]
    [InlineData("0508840402", "a fragment of something that never comes whole")]
    public async Task What_cannot_be_the_answer_is_passed_over(string stranger, string why)
    {
        string value = stranger.EndsWith("??", StringComparison.Ordinal) ? Seal(stranger[2..^2]) : stranger;
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => [value, Seal("08840402FF0000")]));
        await using HolderClient client = await holder.ConnectAsync();

        (await client.ReadLockedAsync(Token)).ShouldBeTrue(why);
    }

    [Fact]
    public async Task A_time_out_names_what_was_passed_over()
    {
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => ["0008840402FF000000"]));
        await using HolderClient client = await holder.ConnectAsync(Patient);

        (await Should.ThrowAsync<HolderTimeoutException>(() => client.ReadLockedAsync(Token)))
            .Message.ShouldContain("wrong checksum");
    }

    [Fact]
    public async Task A_duplicate_is_not_taken_for_the_next_answer()
    {
        int asked = 0;
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => ++asked == 1
            ? [Seal("088724010100" + "00"), Seal("088724010100" + "00")]
            : [Seal("0887240200" + "0000")]));
        await using HolderClient client = await holder.ConnectAsync();

        (await client.Settings.ReadAutoStartAsync(Token)).ShouldBeTrue();
        (await client.Settings.ReadPauseModeAsync(Token)).ShouldBeFalse("the selector in front of the value differs");
    }

    [Fact]
    public async Task A_late_reply_to_a_cancelled_request_is_not_taken_for_the_next_answer()
    {
        int asked = 0;
        var arrived = new TaskCompletionSource();
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ =>
        {
            arrived.TrySetResult();
            return ++asked == 1 ? [] : [Seal("08840400000000")];
        }));
        await using HolderClient client = await holder.ConnectAsync();
        using var cancellation = new CancellationTokenSource();
        Task<bool> first = client.ReadLockedAsync(cancellation.Token);
        await arrived.Task.WaitAsync(Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        Task<bool> second = client.ReadLockedAsync(Token);
        await holder.SendAsync("1B0300" + Seal("08840402FF0000"));

        (await second).ShouldBeFalse("locked was the answer to the first");
    }

    [Fact]
    public async Task Requests_made_at_once_are_sent_one_after_the_other()
    {
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(value => value.StartsWith("00C9072401", StringComparison.Ordinal)
            ? [Seal("08872401010000")]
            : [Seal("08872402000000")]));
        await using HolderClient client = await holder.ConnectAsync();

        bool[] values = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => index % 2 == 0
            ? client.Settings.ReadAutoStartAsync(Token)
            : client.Settings.ReadPauseModeAsync(Token)));

        values.ShouldBe(Enumerable.Range(0, 20).Select(index => index % 2 == 0));
    }

    [Fact]
    public async Task Fragments_are_put_together_and_the_rest_of_an_older_message_is_not()
    {
        string whole = Seal("0888034830313233343536373839414243")[2..];
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ =>
            ["00FFFF", "01" + whole[..20], "03AABB", "01" + whole[..20], "00" + whole[20..]]));
        await using HolderClient client = await holder.ConnectAsync();

        (await client.ReadDeviceCodeAsync(Token)).ShouldBe("H0123456789ABC");
    }

    [Fact]
    public async Task A_long_request_goes_out_in_pieces_that_count_down()
    {
        await using var holder = new ScriptedHolder(ScriptedHolder.Replies(_ => []));
        await using HolderClient client = await holder.ConnectAsync(Impatient);

        await Should.ThrowAsync<HolderTimeoutException>(() => client.Settings.SetChargeStartVibrationAsync(true, Token));

        holder.Received.ShouldContain("12030001C94F046404" + "00FFFFFF" + "00" + new string('0', 18));
        holder.Received.Count(pdu => pdu.StartsWith("120300", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A whole value: SEQ 00, the bytes, their checksum.</summary>
    private static string Seal(string withoutSeqAndCrc)
    {
        byte[] bytes = Convert.FromHexString(withoutSeqAndCrc);
        return "00" + withoutSeqAndCrc + Convert.ToHexString([ScpChecksum.Crc8(bytes.AsSpan(1))]);
    }
}
