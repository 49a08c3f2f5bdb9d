using System.Text.Json;
using IqosDevice.Cli.Scenarios;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Cli.Tests.Scenarios;

public sealed class ShippedScenarioTests
{
    private const int LeastScenarios = 40;

    [Fact]
    public async Task Every_shipped_scenario_passes_and_twice_gives_the_same_traces()
    {
        CommandLine first = await CommandLine.RunAsync("scenario", "run", "--format", "json");
        CommandLine second = await CommandLine.RunAsync("scenario", "run", "--format", "json", "--parallel", "1");

        first.ExitCode.ShouldBe(ExitCode.Success, first.Out);
        second.Out.ShouldBe(first.Out);
        using JsonDocument report = JsonDocument.Parse(first.Out);
        report.RootElement.GetProperty("summary").GetProperty("scenarios").GetInt32().ShouldBeGreaterThanOrEqualTo(LeastScenarios);
    }

    [Fact]
    public void They_cover_every_state_that_can_be_reached()
    {
        string all = string.Concat(ScenarioFiles.Find([]).Select(File.ReadAllText));

        // No update can be started yet: the upgrade characteristics lead nowhere.
        foreach (HolderState state in Enum.GetValues<HolderState>().Where(state => state != HolderState.Updating))
        {
            all.ShouldContain($"state: {state}");
        }
    }

    [Fact]
    public void They_cover_every_reason_for_a_refusal_that_can_be_reached()
    {
        string all = string.Concat(ScenarioFiles.Find([]).Select(File.ReadAllText));

        StartRefusal[] unreachable = [StartRefusal.None, StartRefusal.Updating];
        foreach (StartRefusal refusal in Enum.GetValues<StartRefusal>().Except(unreachable))
        {
            all.ShouldContain($"refusal: {refusal}");
        }
    }
}
