using System.Text.Json;
using System.Text.RegularExpressions;
using IqosDevice.Cli.Scenarios;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Cli.Tests.Scenarios;

public sealed partial class ShippedScenarioTests
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
        string all = All();

        // No update can be started yet: the upgrade characteristics lead nowhere.
        foreach (HolderState state in Enum.GetValues<HolderState>().Where(state => state != HolderState.Updating))
        {
            all.ShouldContain($"state: {state}");
        }
    }

    /// <summary>The rules that a user of the holder meets, each with what a scenario of it expects.</summary>
    public static TheoryData<string, string> Rules => new()
    {
        { "six minutes", "endReason: Time" }, { "fourteen puffs", "endReason: Puffs, puffsTaken: 14" },
        { "the hand's end", "endReason: User" }, { "warning of the time", "state: EndWarning, secondsLeft: 30" },
        { "warning of the puffs", "state: EndWarning, puffsLeft: 2" }, { "too cold", "refusal: AmbientCold" },
        { "too hot", "refusal: AmbientHot" }, { "lock", "refusal: Locked" }, { "pause", "state: Paused" },
        { "reset", "state: Reset, event: Reset" }, { "low battery", "refusal: Energy" }, { "one connection", "as: second, refused: true" },
        { "link loss", "dropLink" }, { "lock-out", "state: Error, faultRow: 11" },
    };

    /// <summary>How the lights tell what is wrong.</summary>
    public static TheoryData<string, string> Patterns => new()
    {
        { "fault", "state: Error.*bottomRedBlinks: 5" }, { "low battery", "refusal: Energy, bottomRedBlinks" },
        { "out of its temperatures", "refusal: AmbientCold.*topBlinks: 2" }, { "locked", "refusal: Locked, topBlinks: 3" },
        { "docked", "refusal: Docked.*bottomWhiteBlinks" }, { "no stick", "refusal: NoStick.*topBlinks: 2" },
        { "locked out", "refusal: Fault, bottomRedBlinks: 4" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void They_cover_every_rule_that_a_user_meets(string rule, string expectation) =>
        All().ShouldContain(expectation, Case.Sensitive, rule);

    [Theory]
    [MemberData(nameof(Patterns))]
    public void They_cover_every_light_that_tells_what_is_wrong(string pattern, string expectation) =>
        ScenarioFiles.Find([]).Select(File.ReadAllText).ShouldContain(
            text => Regex.IsMatch(text, expectation, RegexOptions.Singleline, TimeSpan.FromSeconds(1)), pattern);

    [Theory]
    [MemberData(nameof(Models))]
    public void They_ask_every_command_of_every_model(string model)
    {
        IEnumerable<string> texts = ScenarioFiles.Find([]).Select(File.ReadAllText)
            .Where(text => text.Contains($"model: {model}\n", StringComparison.Ordinal));

        var asked = texts.SelectMany(text => FirstFragment().Matches(text)).Select(match => CommandOf(match.Groups["hex"].Value)).ToHashSet();

        // Unknown among them: what no command is, is met with silence.
        Enum.GetValues<ScpCommand>().Except(asked).ShouldBeEmpty(model);
    }

    public static TheoryData<string> Models => [.. HolderModels.Names];

    [Fact]
    public void They_cover_every_reason_for_a_refusal_that_can_be_reached()
    {
        string all = All();

        StartRefusal[] unreachable = [StartRefusal.None, StartRefusal.Updating];
        foreach (StartRefusal refusal in Enum.GetValues<StartRefusal>().Except(unreachable))
        {
            all.ShouldContain($"refusal: {refusal}");
        }
    }

    private static string All() => string.Concat(ScenarioFiles.Find([]).Select(File.ReadAllText));

    private static ScpCommand CommandOf(string hex)
    {
        byte[] frame = Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));
        return ScpCommands.Identify(frame, frame.Length);
    }

    [GeneratedRegex(@"frame: \[?""?(?<hex>[0-9A-F]{2}(?: [0-9A-F]{2})*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstFragment();
}
