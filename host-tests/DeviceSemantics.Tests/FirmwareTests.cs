using System.Text.RegularExpressions;
using IqosDevice.DeviceSemantics.Tests.Scenarios;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.DeviceSemantics.Tests;

/// <summary>The firmware does the same in both arithmetics, and throws in neither.</summary>
public sealed class FirmwareTests(ITestOutputHelper output)
{
    private const int Steps = 100_000;

    private static readonly DeviceContext Device =
        new(typeof(HeaterLoop).Assembly, typeof(FirmwareTests).Assembly, typeof(VirtualHolder).Assembly);

    [Fact]
    public void The_firmware_was_rewritten()
    {
        var rewritten = Device.Rewritten;
        output.WriteLine(
            $"{rewritten.Comparisons} comparisons, {rewritten.Divisions} divisions, {rewritten.Casts} casts, {rewritten.Clamps} clamps");
        rewritten.Comparisons.ShouldBeGreaterThan(20);
        rewritten.Divisions.ShouldBeGreaterThan(10);
        rewritten.Casts.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void The_twin_of_a_scenario_runs_on_the_rewritten_firmware()
    {
        LoadAfterNaN().ShouldBe(float.NaN);
        float.IsNaN(Device.Twin<Func<float>>(LoadAfterNaN)()).ShouldBeFalse("on the device NaN passes every limit and is set to one");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_heater_step_does_the_same_on_the_device(int seed)
    {
        int[] trace = [];
        Lockstep.FirstDifference(
            () => trace = HeaterScenario.Run(seed, Steps),
            () => Device.Twin<Func<int, int, int[]>>(HeaterScenario.Run)(seed, Steps),
            HeaterEpisode.Columns).ShouldBeNull();

        // The scenario is worth something only where it heats, reaches Ready, puffs, and trips many rows.
        var steps = trace.Chunk(HeaterEpisode.Columns.Length).ToArray();
        int heated = steps.Count(step => step[0] > 0);
        int running = steps.Count(step => step[5] == (int)HolderState.Session);
        int[] rows = [.. steps.Select(step => step[3]).Distinct().Order()];
        int puffs = steps.Max(step => step[9]);
        int disturbed = steps.Count(step => step[^1] == 1);
        output.WriteLine($"{steps.Length} steps, {heated} with heat, {running} in a session, {disturbed} disturbed, {puffs} puffs, rows {string.Join(' ', rows)}");
        heated.ShouldBeGreaterThan(Steps / 5);
        running.ShouldBeGreaterThan(Steps / 20);
        puffs.ShouldBeGreaterThan(2);
        disturbed.ShouldBeGreaterThan(Steps / 20);
        rows.Length.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Regulation_and_supervisor_do_the_same_on_the_device_whatever_is_demanded(int seed)
    {
        int[] trace = [];
        Lockstep.FirstDifference(
            () => trace = RegulationScenario.Run(seed, Steps),
            () => Device.Twin<Func<int, int, int[]>>(RegulationScenario.Run)(seed, Steps),
            RegulationScenario.Columns).ShouldBeNull();

        var steps = trace.Chunk(RegulationScenario.Columns.Length).ToArray();
        steps.Count(step => step[1] > 0).ShouldBeGreaterThan(Steps / 50);
        int[] rows = [.. steps.Select(step => step[4]).Distinct().Order()];
        output.WriteLine($"{steps.Length} steps, {steps.Count(step => step[1] > 0)} with heat, rows {string.Join(' ', rows)}");
        rows.Length.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(1, false, 100, 10_000, 12)]
    [InlineData(2, true, 50_000, 1_000, 12)]
    public void No_input_breaks_the_supervisors_promises_in_a_million_steps(
        int seed, bool mild, int leastHeated, int leastTrips, int leastRows)
    {
        string onHost = SupervisorProperties.Run(seed, 1_000_000, mild);
        output.WriteLine(onHost);
        Match counts = Regex.Match(onHost, @"^(?<heated>\d+) steps heated, (?<trips>\d+) trips by (?<rows>\d+) rows$", RegexOptions.None, TimeSpan.FromSeconds(1));
        counts.Success.ShouldBeTrue(onHost);
        int[] found = [.. counts.Groups.Values.Skip(1).Select(group => int.Parse(group.Value))];

        // Nothing is proven where nothing heats or trips.
        found[0].ShouldBeGreaterThan(leastHeated);
        found[1].ShouldBeGreaterThan(leastTrips);
        found[2].ShouldBeGreaterThan(leastRows);
        Device.Twin<Func<int, int, bool, string>>(SupervisorProperties.Run)(seed, 1_000_000, mild).ShouldBe(onHost);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_gauge_does_the_same_on_the_device(int seed)
    {
        int[] trace = [];
        Lockstep.FirstDifference(
            () => trace = GaugeScenario.Run(seed, Steps),
            () => Device.Twin<Func<int, int, int[]>>(GaugeScenario.Run)(seed, Steps),
            GaugeScenario.Columns).ShouldBeNull();

        int[] shown = [.. trace.Chunk(GaugeScenario.Columns.Length).Select(step => step[0]).Distinct()];
        output.WriteLine($"{Steps} steps, {shown.Length} different charges shown");
        shown.Length.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_whole_session_leaves_the_same_trace_on_the_device()
    {
        string onHost = SessionScenario.Run(1);
        output.WriteLine(onHost);
        Device.Twin<Func<int, string>>(SessionScenario.Run)(1).ShouldBe(onHost);
        onHost.ShouldStartWith("Puffs after 14 puffs");
    }

    /// <summary>A power that the observer is never given: it must be finite. What comes of it tells the worlds apart.</summary>
    private static float LoadAfterNaN()
    {
        var observer = new HeatLoadObserver();
        observer.Step(0, 25, 0);
        observer.Step(0.02f, 25, float.NaN);
        return observer.LoadWatts;
    }
}
