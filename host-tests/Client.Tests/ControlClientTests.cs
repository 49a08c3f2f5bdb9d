using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IqosDevice.Client.Tests;

/// <summary>The control channel, against an emulated holder and against a script.</summary>
public sealed class ControlClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_is_understood()
    {
        await using RunningHolder holder = RunningHolder.Start();
        await using ControlClient hands = await holder.ConnectControlAsync();

        await hands.PauseAsync(Token);
        await hands.InsertStickAsync(Token);
        await hands.RemoveStickAsync(Token);
        await hands.PressButtonAsync(Token);
        await hands.ReleaseButtonAsync(Token);
        await hands.HoldButtonAsync(TimeSpan.FromSeconds(0.1), Token);
        await hands.PuffAsync(35, 2, Token);
        await hands.PlayPuffsAsync("none", Token);
        await hands.TiltAsync(Token);
        await hands.DoubleTapAsync(Token);
        await hands.DockAsync(Token);
        await hands.UndockAsync(Token);
        await hands.SetUsbPowerAsync(true, Token);
        await hands.SetAmbientAsync(12.5, Token);
        await hands.SetReplyDelayAsync(TimeSpan.FromMilliseconds(20), Token);
        await hands.DropLinkAsync(Token);
        await hands.PowerCycleAsync(Token);
        await hands.AdvanceAsync(TimeSpan.FromSeconds(90), Token);
        await hands.SetSpeedAsync(50, Token);
        await hands.ResumeAsync(Token);

        (await hands.ReadStateAsync(Token)).GetProperty("seconds").GetDouble().ShouldBeGreaterThan(90);
    }

    [Fact]
    public async Task A_refusal_says_why_and_the_channel_stays()
    {
        await using RunningHolder holder = RunningHolder.Start();
        await using ControlClient hands = await holder.ConnectControlAsync();

        (await Should.ThrowAsync<HolderException>(() => hands.SendAsync("fly", null, Token))).Message.ShouldContain("no verb \"fly\"");
        (await Should.ThrowAsync<HolderException>(() => hands.SetAmbientAsync(1000, Token))).Message.ShouldContain("celsius");

        (await hands.SendAsync("time", null, Token)).GetProperty("paused").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Replies_find_their_requests_in_any_order_and_events_are_passed_over()
    {
        (DuplexStream near, DuplexStream far) = DuplexStream.CreatePair();
        await using ControlClient client = ControlClient.Over(near);
        using var reader = new StreamReader(far);
        var parameters = new JsonObject { ["celsius"] = 1 };
        Task<JsonElement> first = client.SendAsync("setAmbient", parameters, Token);
        Task<JsonElement> second = client.SendAsync("setAmbient", parameters, Token);
        int firstId = JsonDocument.Parse((await reader.ReadLineAsync(Token))!).RootElement.GetProperty("id").GetInt32();
        int secondId = JsonDocument.Parse((await reader.ReadLineAsync(Token))!).RootElement.GetProperty("id").GetInt32();

        await SendAsync(far, """{"event":"state","state":{}}""");
        await SendAsync(far, """{"id":999,"ok":true,"result":0}""");
        await SendAsync(far, $$"""{"id":{{secondId}},"ok":true,"result":2}""");
        await SendAsync(far, $$"""{"id":{{firstId}},"ok":true,"result":1}""");

        (await first).GetInt32().ShouldBe(1);
        (await second).GetInt32().ShouldBe(2);
        parameters.Count.ShouldBe(1, "the caller's object is left alone");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("""{"id":1.5}""")]
    public async Task A_line_that_is_no_reply_ends_the_channel(string line)
    {
        (DuplexStream near, DuplexStream far) = DuplexStream.CreatePair();
        await using ControlClient client = ControlClient.Over(near);
        Task<JsonElement> request = client.SendAsync("time", null, Token);

        await SendAsync(far, line);

        (await Should.ThrowAsync<HolderException>(() => request)).Message.ShouldContain("no reply");
        await Should.ThrowAsync<HolderConnectionException>(() => client.SendAsync("time", null, Token));
    }

    [Fact]
    public async Task An_emulator_that_goes_away_or_stays_silent_is_told_apart()
    {
        (DuplexStream near, DuplexStream far) = DuplexStream.CreatePair();
        await using ControlClient client = ControlClient.Over(near);
        client.Timeout = TimeSpan.FromMilliseconds(50);
        await Should.ThrowAsync<HolderTimeoutException>(() => client.SendAsync("time", null, Token));
        client.Timeout = TimeSpan.FromMinutes(1);
        Task<JsonElement> request = client.SendAsync("time", null, Token);

        await far.DisposeAsync();

        (await Should.ThrowAsync<HolderConnectionException>(() => request)).Message.ShouldContain("closed the control channel");
    }

    private static async Task SendAsync(DuplexStream stream, string line) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), Token);
}
