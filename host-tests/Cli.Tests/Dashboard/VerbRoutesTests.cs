using System.Net;
using System.Text.Json;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Recording.Runs;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Cli.Tests.Dashboard;

public sealed class VerbRoutesTests
{
    public static TheoryData<string> Refused => new()
    {
        { "not json" }, { "[]" }, { "7" }, { "{\"seconds\":1.2" }, { "{\"seconds\":\"1\"}" }, { "{\"seconds\":-1}" }, { "{\"seconds\":1e999}" },
        { "{\"minutes\":1}" }, { "{\"seconds\":1,\"seconds\":2}" }, { "{\"verb\":\"tilt\",\"seconds\":1}" }, { "{\"\\ud800\":1}" },
        { "{\"seconds\":\"\\ud800\"}" }, { "{}" },
    };

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task A_session_is_started_puffed_and_ended_over_HTTP()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        await rig.PostAsync("/api/insertStick");
        await rig.PostAsync("/api/holdButton", """{"seconds":1.2}""");
        JsonElement reached = await rig.PostAsync("/api/runUntil", """{"condition":"state = Session","limitSeconds":60}""");
        reached.GetProperty("reached").GetBoolean().ShouldBeTrue();
        await rig.PostAsync("/api/advance", """{"seconds":10}""");
        await rig.PostAsync("/api/puff", """{"millilitres":55,"seconds":2}""");
        await rig.PostAsync("/api/advance", """{"seconds":5}""");
        (await rig.GetAsync("/api/state")).GetProperty("puffsLeft").GetInt32().ShouldBe(13);

        await rig.PostAsync("/api/holdButton", """{"seconds":1.2}""");
        await rig.PostAsync("/api/advance", """{"seconds":3}""");

        JsonElement events = await rig.GetAsync("/api/eventLog");
        events.EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()).ShouldContain("SessionEnded");
        (await rig.GetAsync("/api/trace?last=5")).GetArrayLength().ShouldBe(5);
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task The_run_so_far_is_a_recording_that_replays_to_the_same_trace_and_goes_on()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        await rig.PostAsync("/api/insertStick");
        await rig.PostAsync("/api/holdButton", """{"seconds":1.2}""");
        await rig.PostAsync("/api/advance", """{"seconds":30.0137}""");

        RunRecording first = RunRecording.Read(new StringReader(await rig.Client.GetStringAsync("/api/recording.jsonl", TestContext.Current.CancellationToken)));
        await rig.PostAsync("/api/advance", """{"seconds":5}""");
        RunRecording later = RunRecording.Read(new StringReader(await rig.Client.GetStringAsync("/api/recording.jsonl", TestContext.Current.CancellationToken)));

        later.Length.ShouldBe(first.Length + TimeSpan.FromSeconds(5));
        foreach (RunRecording recording in new[] { first, later })
        {
            using var replay = new RunReplay(recording);
            replay.RunToEnd();
            replay.FirstDifference.ShouldBeNull();
            replay.Holder.TraceHash.ShouldBe(recording.TraceHash);
            replay.Holder.Firmware.State.ShouldBe(HolderState.Session);
            replay.Holder.Dispose();
        }
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task Every_verb_but_those_that_push_has_its_route_and_its_OpenAPI_operation()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        JsonElement paths = (await rig.GetAsync("/openapi.json")).GetProperty("paths");

        foreach (ControlVerb verb in ControlVerbs.All.Where(verb => verb.Kind != ControlVerbKind.Push))
        {
            bool looks = verb.Kind == ControlVerbKind.Look;
            JsonElement operation = paths.GetProperty("/api/" + verb.Name).GetProperty(looks ? "get" : "post");
            operation.GetProperty("summary").GetString().ShouldBe(verb.Summary);
            ParametersOf(operation, looks).ShouldBe(verb.Parameters.Select(parameter => parameter.Name), verb.Name);
        }

        paths.TryGetProperty("/api/watch", out _).ShouldBeFalse();
        JsonElement puff = paths.GetProperty("/api/puff").GetProperty("post").GetProperty("requestBody").GetProperty("content")
            .GetProperty("application/json").GetProperty("schema").GetProperty("properties").GetProperty("millilitres");
        puff.GetProperty("minimum").GetDouble().ShouldBe(1);
        puff.GetProperty("maximum").GetDouble().ShouldBe(200);
        puff.GetProperty("default").GetDouble().ShouldBe(55);
    }

    [Theory(Timeout = DashboardRig.TimeoutMs)]
    [MemberData(nameof(Refused))]
    public async Task A_body_that_cannot_be_carried_out_is_answered_with_what_can(string body)
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        string detail = await rig.RefusalAsync("/api/holdButton", body, 400);

        detail.ShouldNotBeEmpty();
        detail.ShouldNotContain("   at ");
        rig.Log.ShouldBeEmpty();
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task A_model_without_a_dock_answers_what_to_do_instead()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync("ILUMA i ONE");

        (await rig.RefusalAsync("/api/dock", "", 400)).ShouldContain("setUsbPower");
    }

    [Theory(Timeout = DashboardRig.TimeoutMs)]
    [InlineData("GET", "/api/insertStick", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/state", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/fly", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/log?last=0", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/log?last=ten", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/log?first=1", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/../../etc/passwd", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_so(string method, string path, HttpStatusCode status)
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using HttpResponseMessage response = await rig.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(status);
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task A_body_beyond_every_measure_is_refused()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        await rig.RefusalAsync("/api/puff", new string('x', 100_000), 413);
    }

    private static IEnumerable<string?> ParametersOf(JsonElement operation, bool looks)
    {
        if (looks)
        {
            return operation.TryGetProperty("parameters", out JsonElement query)
                ? query.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString())
                : [];
        }

        JsonElement schema = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return schema.TryGetProperty("properties", out JsonElement properties)
            ? properties.EnumerateObject().Select(property => property.Name)
            : [];
    }
}
