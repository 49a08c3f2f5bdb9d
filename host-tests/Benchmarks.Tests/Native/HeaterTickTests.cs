using System.Text.Json;
using IqosDevice.Benchmarks.Native;
using IqosDevice.Benchmarks.Native.Replay;
using IqosDevice.Firmware.Core;

namespace IqosDevice.Benchmarks.Tests.Native;

/// <summary>The heater tick itself: what was recorded of it, and that C gives the same.</summary>
public sealed class HeaterTickTests
{
    private const int Ticks = 100_000;

    private static readonly TickProgram Program = TickProgram.Translate(typeof(HeaterLoop));
    private static readonly TickRecorder Recorder = TickRecorder.Record(Program, Ticks, seed: 1);
    private static readonly TickRecording Recording = Recorder.ToRecording();

    [Fact]
    public void The_tick_in_C_gives_the_same_duty_switch_and_heartbeat_over_100000_ticks()
    {
        Compiler.Require();
        using var native = new NativeReplay(Recording, Program.Source(Recording.Start));

        ReplayResult managed = new ManagedReplay(Recording, LiveHolder.Bind).Run();

        ReplayComparison.Of(Recording, managed, native.Run()).ShouldBe(new ReplayComparison(Ticks, 0, 0, null));
    }

    [Fact]
    public void The_recording_is_what_the_holders_did()
    {
        Recording.TickCount.ShouldBe(Ticks);
        Recording.Scenes.Sum(static scene => scene.Ticks).ShouldBe(Ticks);
        Recording.Scenes.ShouldAllBe(static scene => scene.Ticks > 0);

        // Where somebody changed a field before the tick of the same turn, the recording is one turn late.
        Recorder.FaithfulTicks.ShouldBeGreaterThan(Ticks * 99 / 100);
    }

    [Fact]
    public void The_recording_heats_rests_trips_and_refuses()
    {
        long[] outcomes = new ManagedReplay(Recording, LiveHolder.Bind).Run().Outcomes;
        string[] outputs = [.. Recording.Start.FieldsOf(Recording.Start.Roots.Outputs).Select(static field => field.Name)];
        int duty = Array.IndexOf(outputs, "HeaterDutyPermille");
        int heartbeat = Array.IndexOf(outputs, "Heartbeat");
        var rows = outcomes.Chunk(outputs.Length).ToArray();

        rows.Count(row => row[duty] > 0).ShouldBeInRange(Ticks / 4, Ticks * 3 / 4);
        rows.Count(row => row[heartbeat] == 0).ShouldBeGreaterThan(Ticks / 200);
        rows.Select(row => row[duty]).Distinct().Count().ShouldBeGreaterThan(300);
    }

    [Fact]
    public void What_only_the_host_has_stays_out()
    {
        string source = Program.Source(Recording.Start);

        source.ShouldContain("HeaterLoop_Step(");
        source.ShouldNotContain("Disturb");
        source.ShouldNotContain("Muted");
    }

    [Fact]
    public void The_report_says_what_was_measured_and_what_is_assumed()
    {
        var different = new ReplayComparison(Ticks - 3, 2, 1, "tick 7: that");
        SceneTime[] scenes = [new("one", 60, 6e3, 3e3), new("two", 40, 9e3, 3e3)];
        var report = new NativeReport(Program, Recording, new NativeMeasurement(different, scenes, 0), worldBytes: 2000);
        using var text = new StringWriter();
        using var json = new StringWriter();
        report.WriteMarkdown(text);
        report.WriteJson(json);

        report.IsEqual.ShouldBeFalse();
        text.ToString().ShouldContain("| two | 40 | 225 ns | 75 ns | 3.00 |");
        text.ToString().ShouldContain("| all | 100 | 150 ns | 60 ns | 2.50 |");
        text.ToString().ShouldContain("First: tick 7: that.");
        text.ToString().ShouldContain("estimated, not measured");
        JsonElement root = JsonDocument.Parse(json.ToString()).RootElement;
        root.GetProperty("ratio").GetDouble().ShouldBe(2.5);
        root.GetProperty("wrongTicks").GetInt32().ShouldBe(2);
        root.GetProperty("longestPathInstructions").GetInt64().ShouldBeGreaterThan(500);
        root.GetProperty("esp32Milliseconds").GetProperty("high").GetDouble()
            .ShouldBe(Math.Round(root.GetProperty("longestPathInstructions").GetInt64() * 5.0 / 1000, 1), 0.1);
    }
}
