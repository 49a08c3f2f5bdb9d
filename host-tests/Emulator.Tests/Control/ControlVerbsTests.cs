using System.Text.Json;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;

namespace IqosDevice.Emulator.Tests.Control;

public sealed class ControlVerbsTests
{
    [Theory]
    [InlineData("help", "")]
    [InlineData("state", "")]
    [InlineData("identity", "")]
    [InlineData("settings", "")]
    [InlineData("eventLog", "")]
    [InlineData("log", ",\"last\":5")]
    [InlineData("trace", "")]
    [InlineData("step", "")]
    [InlineData("runUntil", ",\"condition\":\"seconds > 1\"")]
    [InlineData("unwatch", "")]
    [InlineData("insertStick", "")]
    [InlineData("removeStick", "")]
    [InlineData("pressButton", "")]
    [InlineData("releaseButton", "")]
    [InlineData("tilt", "")]
    [InlineData("doubleTap", "")]
    [InlineData("dock", "")]
    [InlineData("undock", "")]
    [InlineData("calibrate", "")]
    [InlineData("dropLink", "")]
    [InlineData("powerCycle", "")]
    [InlineData("service", "")]
    [InlineData("time", "")]
    [InlineData("pause", "")]
    [InlineData("resume", "")]
    [InlineData("watch", ",\"intervalSeconds\":0.5")]
    [InlineData("holdButton", ",\"seconds\":1.2")]
    [InlineData("puff", ",\"millilitres\":60")]
    [InlineData("playPuffs", ",\"profile\":\"hci\"")]
    [InlineData("setUsbPower", ",\"plugged\":true")]
    [InlineData("setAmbient", ",\"celsius\":-5")]
    [InlineData("setReplyDelay", ",\"milliseconds\":0")]
    [InlineData("listFaults", "")]
    [InlineData("injectFault", ",\"name\":\"gate.stuck\"")]
    [InlineData("clearFaults", "")]
    [InlineData("setSpeed", ",\"speed\":20")]
    [InlineData("advance", ",\"seconds\":0.1")]
    public void Every_verb_can_be_asked_for(string verb, string parameters)
    {
        using var rig = new ControlRig();

        rig.Result($"{{\"verb\":\"{verb}\"{parameters}}}");
    }

    [Fact]
    public void No_verb_is_missing_from_the_test_above()
    {
        IEnumerable<InlineDataAttribute> rows = typeof(ControlVerbsTests).GetMethod(nameof(Every_verb_can_be_asked_for))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>();

        rows.Select(row => (string)row.Data[0]!).Order().ShouldBe(ControlVerbs.All.Select(verb => verb.Name).Order());
    }

    [Theory]
    [InlineData("dock")]
    [InlineData("undock")]
    public void A_model_of_one_piece_answers_that_it_has_no_dock(string verb)
    {
        using var rig = new ControlRig("ILUMA i ONE");

        JsonElement reply = rig.Execute($"{{\"id\":7,\"verb\":\"{verb}\"}}");

        reply.GetProperty("id").GetInt32().ShouldBe(7);
        reply.GetProperty("ok").GetBoolean().ShouldBeFalse();
        reply.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("setUsbPower");
    }

    [Fact]
    public void An_act_tells_when_it_was_done()
    {
        using var rig = new ControlRig();
        double before = rig.Result("{\"verb\":\"time\"}").GetProperty("seconds").GetDouble();
        rig.Result("{\"verb\":\"advance\",\"seconds\":1.5}");

        rig.Result("{\"verb\":\"insertStick\"}").GetProperty("seconds").GetDouble().ShouldBe(before + 1.5, 1e-9);
    }

    [Fact]
    public void Time_is_controlled_by_speed_and_pause()
    {
        using var rig = new ControlRig();

        rig.Result("{\"verb\":\"setSpeed\",\"speed\":8}").GetProperty("speed").GetDouble().ShouldBe(8);
        rig.Result("{\"verb\":\"pause\"}").GetProperty("paused").GetBoolean().ShouldBeTrue();
        rig.Result("{\"verb\":\"resume\"}").GetProperty("paused").GetBoolean().ShouldBeFalse();
        rig.Result("{\"verb\":\"setSpeed\",\"speed\":\"max\"}").GetProperty("speed").GetString().ShouldBe("max");
        rig.Speed.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void A_step_stops_time_and_runs_turns_of_the_loop()
    {
        using var rig = new ControlRig();
        double before = rig.Result("{\"verb\":\"time\"}").GetProperty("seconds").GetDouble();

        JsonElement after = rig.Result("{\"verb\":\"step\",\"ticks\":3}");

        after.GetProperty("seconds").GetDouble().ShouldBe(before + 0.06, 1e-9);
        after.GetProperty("paused").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Time_runs_until_a_condition_holds_and_no_longer()
    {
        using var rig = new ControlRig();
        rig.Result("{\"verb\":\"insertStick\"}");
        rig.Result("{\"verb\":\"holdButton\",\"seconds\":1.2}");

        JsonElement hot = rig.Result("{\"verb\":\"runUntil\",\"condition\":\"state = Preheat and heaterCelsius >= 200\"}");

        hot.GetProperty("reached").GetBoolean().ShouldBeTrue();
        hot.GetProperty("state").GetProperty("heaterCelsius").GetDouble().ShouldBeInRange(200, 210);
        JsonElement never = rig.Result("{\"verb\":\"runUntil\",\"condition\":\"heaterCelsius > 1000\",\"limitSeconds\":0.5}");
        never.GetProperty("reached").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("heat > 3", "the state has no \\\"heat\\\"; it has seconds, state,")]
    [InlineData("", "is no comparison")]
    [InlineData("state = Session and", "is no comparison")]
    [InlineData("state > Session", "compares numbers")]
    [InlineData("docked = yes", "neither true nor false")]
    [InlineData("heaterCelsius > hot", "\\\"hot\\\" is no number")]
    public void A_condition_that_is_none_is_explained(string condition, string error)
    {
        using var rig = new ControlRig();

        rig.Error($"{{\"verb\":\"runUntil\",\"condition\":\"{condition}\"}}").ShouldContain(error.Replace("\\", ""));
    }

    [Fact]
    public void Every_act_is_a_method_of_the_holder()
    {
        var methods = typeof(VirtualHolder).GetMethods().Select(method => method.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // What the channel calls injectFault is holder.Inject.
        ControlVerbs.All.Where(verb => verb.Kind == ControlVerbKind.Act)
            .Select(verb => verb.Name == "injectFault" ? "Inject" : verb.Name).Where(name => !methods.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Watched_state_comes_at_the_interval_until_unwatch()
    {
        using var rig = new ControlRig();
        rig.Result("{\"verb\":\"watch\",\"intervalSeconds\":0.5}").TryGetProperty("state", out _).ShouldBeTrue();

        rig.Advance(TimeSpan.FromSeconds(2.1));
        rig.Pushed.Count.ShouldBe(4);
        JsonElement pushed = JsonSerializer.Deserialize<JsonElement>(rig.Pushed[0]);
        pushed.GetProperty("event").GetString().ShouldBe("state");
        pushed.GetProperty("state").TryGetProperty("heaterCelsius", out _).ShouldBeTrue();

        rig.Result("{\"verb\":\"unwatch\"}");
        rig.Advance(TimeSpan.FromSeconds(5));
        rig.Pushed.Count.ShouldBe(4);
    }

    [Fact]
    public void Watching_again_replaces_the_first_watch()
    {
        using var rig = new ControlRig();
        rig.Result("{\"verb\":\"watch\",\"intervalSeconds\":0.1}");
        rig.Result("{\"verb\":\"watch\",\"intervalSeconds\":1}");

        rig.Advance(TimeSpan.FromSeconds(2.5));

        rig.Pushed.Count.ShouldBe(2);
    }

    [Fact]
    public void A_client_that_has_gone_is_sent_nothing()
    {
        using var rig = new ControlRig();
        rig.Result("{\"verb\":\"watch\",\"intervalSeconds\":0.1}");
        rig.Leave();

        rig.Advance(TimeSpan.FromSeconds(1));

        rig.Pushed.ShouldBeEmpty();
    }
}
