using IqosDevice.Firmware.Core;
using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// The heater's three parts of a period, in the Release build: each allocates nothing, ends for sure, and takes so many
/// instructions at most.
/// </summary>
public sealed class HeaterTickTests
{
    private static readonly LoopBounds Bounds = LoopBounds.OfTheFirmware();

    [Theory]
    [InlineData(nameof(HeaterLoop.Heat))]
    [InlineData(nameof(HeaterLoop.Watch))]
    [InlineData(nameof(HeaterLoop.Attend))]
    public void A_part_of_the_heater_tick_allocates_nothing_and_has_no_unbounded_loop(string part) => CostOf(part).Violations.ShouldHaveNone();

    [Theory]
    [InlineData(nameof(HeaterLoop.Heat), "heater-tick.txt", CostLimits.HeaterTickInstructionCount)]
    [InlineData(nameof(HeaterLoop.Watch), "heater-watch.txt", CostLimits.HeaterWatchInstructionCount)]
    [InlineData(nameof(HeaterLoop.Attend), "heater-attend.txt", CostLimits.HeaterAttendInstructionCount)]
    public void The_longest_path_of_a_part_stays_within_its_limit(string part, string report, long allowed)
    {
        var tick = CostOf(part);
        var totals = tick.TotalByMethod;
        CostReport.Write(
            report,
            $"Heater, {part}, longest path: {tick.Path.Total} IL instructions, {allowed} allowed",
        [
            "    own  one call  method",
            .. tick.Path.ByMethod.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Value,7}{totals.GetValueOrDefault(pair.Key),10}  {pair.Key}"),
        ]);

        tick.LongerThan(allowed).ShouldHaveNone();
    }

    [Fact]
    public void No_bound_is_declared_for_a_loop_that_is_gone()
    {
        foreach (var part in new[] { nameof(HeaterLoop.Heat), nameof(HeaterLoop.Watch), nameof(HeaterLoop.Attend) })
        {
            CostOf(part);
        }

        Bounds.Unused.ShouldHaveNone();
    }

    private static TickCost CostOf(string part) =>
        TickCost.Of(CompiledCode.ReleaseFirmware, "IqosDevice.Firmware.Core.HeaterLoop", part, Bounds);
}
