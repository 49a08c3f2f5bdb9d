using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>The gauge's filter, once a second: allocates nothing, ends for sure, and takes so many instructions at most.</summary>
public sealed class GaugeStepTests
{
    private static readonly TickCost Filter = TickCost.Of(
        CompiledCode.ReleaseFirmware, "IqosDevice.Firmware.Core.Battery.ChargeFilter", "Step", LoopBounds.OfTheFirmware());

    [Fact]
    public void The_filter_allocates_nothing_and_has_no_unbounded_loop() => Filter.Violations.ShouldHaveNone();

    [Fact]
    public void The_longest_path_of_the_filter_stays_within_its_limit()
    {
        CostReport.Write(
            "gauge-filter.txt",
            $"Gauge filter, longest path: {Filter.Path.Total} IL instructions, {CostLimits.GaugeFilterInstructionCount} allowed",
            Filter.Path.ByMethod.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value,7}  {pair.Key}"));

        Filter.LongerThan(CostLimits.GaugeFilterInstructionCount).ShouldHaveNone();
    }
}
