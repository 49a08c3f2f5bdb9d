using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using IqosDevice.Cli.Dashboard.Events;

namespace IqosDevice.Cli.Tests.Dashboard;

public sealed class EventStreamTests
{
    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task A_reader_is_told_the_past_first_and_then_what_comes_without_a_gap()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        await rig.PostAsync("/api/advance", """{"seconds":30}""");

        await using IAsyncEnumerator<SseItem<JsonElement>> events = ReadAsync(rig).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await events.MoveNextAsync();
        events.Current.EventType.ShouldBe("past");
        double last = LastSecondsOf(events.Current.Data);
        events.Current.Data.GetProperty("samples").GetArrayLength().ShouldBeInRange(300, 302);
        await rig.PostAsync("/api/insertStick");
        await rig.PostAsync("/api/advance", """{"seconds":2}""");
        do
        {
            await events.MoveNextAsync();
            events.Current.EventType.ShouldBe("look");
        }
        while (events.Current.Data.GetProperty("samples").GetArrayLength() == 0);

        events.Current.Data.GetProperty("samples")[0][0].GetDouble().ShouldBe(last + 0.1, 1e-6);
        events.Current.Data.GetProperty("state").GetProperty("stickPresent").GetBoolean().ShouldBeTrue();
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task Time_that_flew_is_told_in_a_bounded_number_of_samples_the_last_among_them()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        await using IAsyncEnumerator<SseItem<JsonElement>> events = ReadAsync(rig).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await events.MoveNextAsync();

        await rig.PostAsync("/api/advance", """{"seconds":600}""");
        do
        {
            await events.MoveNextAsync();
        }
        while (events.Current.Data.GetProperty("samples").GetArrayLength() == 0);

        events.Current.Data.GetProperty("samples").GetArrayLength().ShouldBe(2000, "of 6000, in which a curve is smooth");
        double seconds = events.Current.Data.GetProperty("state").GetProperty("seconds").GetDouble();
        LastSecondsOf(events.Current.Data).ShouldBeInRange(seconds - 0.1, seconds);
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task One_reader_too_many_is_told_so_and_another_may_come_when_one_has_left()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        var open = new List<HttpResponseMessage>();
        for (int count = 0; count < HolderFeed.MostReaders; count++)
        {
            open.Add(await OpenAsync(rig));
            open[^1].StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await StatusAsync(rig)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        open.ForEach(each => each.Dispose());

        // The server sees that they have gone when it writes to them next.
        while (await StatusAsync(rig) != HttpStatusCode.OK)
        {
            await rig.PostAsync("/api/step");
        }
    }

    [Fact]
    public async Task A_reader_that_is_too_slow_loses_the_oldest_and_holds_nobody_up()
    {
        var reader = new FeedReader();
        for (int number = 0; number < FeedReader.MostWaiting + 25; number++)
        {
            reader.Push(new SseItem<string>($"{number}"));
        }

        reader.End();
        List<string> read = [];
        await foreach (SseItem<string> message in reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            read.Add(message.Data);
        }

        reader.LostCount.ShouldBe(25);
        read.ShouldBe(Enumerable.Range(25, FeedReader.MostWaiting).Select(number => $"{number}"));
    }

    private static async IAsyncEnumerable<SseItem<JsonElement>> ReadAsync(DashboardRig rig)
    {
        using HttpResponseMessage response = await OpenAsync(rig);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        await using Stream stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await foreach (SseItem<JsonElement> item in SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<JsonElement>(data))
            .EnumerateAsync(TestContext.Current.CancellationToken))
        {
            yield return item;
        }
    }

    private static Task<HttpResponseMessage> OpenAsync(DashboardRig rig) =>
        rig.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> StatusAsync(DashboardRig rig)
    {
        using HttpResponseMessage response = await OpenAsync(rig);
        return response.StatusCode;
    }

    private static double LastSecondsOf(JsonElement message)
    {
        JsonElement samples = message.GetProperty("samples");
        return samples[samples.GetArrayLength() - 1][0].GetDouble();
    }
}
