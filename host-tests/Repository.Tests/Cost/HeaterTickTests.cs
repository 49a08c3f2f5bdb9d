using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>The heater tick of the Release build: allocates nothing, ends for sure, and takes so many instructions at most.</summary>
public sealed class HeaterTickTests
{
    private static readonly TickCost Tick = TickCost.Of(
        CompiledCode.ReleaseFirmware, "IqosDevice.Firmware.Core.HeaterLoop", "Step", LoopBounds.OfTheFirmware());

    [Fact]
    public void The_heater_tick_allocates_nothing_and_has_no_unbounded_loop() => Tick.Violations.ShouldHaveNone();

    [Fact]
    public void The_longest_path_of_the_heater_tick_stays_within_its_limit()
    {
        var totals = Tick.TotalByMethod;
        CostReport.Write(
            "heater-tick.txt",
            $"Heater tick, longest path: {Tick.Path.Total} IL instructions, {CostLimits.HeaterTickInstructionCount} allowed",
        [
            "    own  one call  method",
            .. Tick.Path.ByMethod.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Value,7}{totals.GetValueOrDefault(pair.Key),10}  {pair.Key}"),
        ]);

        Tick.LongerThan(CostLimits.HeaterTickInstructionCount).ShouldHaveNone();
    }
}
