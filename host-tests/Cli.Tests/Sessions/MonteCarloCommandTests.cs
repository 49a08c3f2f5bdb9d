using System.Text.Json;

namespace IqosDevice.Cli.Tests.Sessions;

public sealed class MonteCarloCommandTests
{
    private static readonly string[] JsonNames =
    [
        "runs", "excluded", "falseTrips", "readySeconds", "timeOptimalRatio", "overshootCelsius", "holdErrorCelsius",
        "puffDroopCelsius", "peakCelsius", "puffCountErrors", "refusedStarts", "refusedThoughLasting", "endedByBattery",
        "neverReady", "played", "droopBeyondPhysicsCelsius", "unavoidableDroopCelsius", "unavoidableDroopOfAllCelsius",
        "excludedSessions",
        "seed", "firstRun", "spread", "findings",
    ];

    [Fact]
    public async Task Json_is_one_object_with_exactly_the_agreed_names_and_progress_goes_to_the_error_stream()
    {
        CommandLine result = await CommandLine.RunAsync("montecarlo", "--runs", "10", "--seed", "2", "--format", "json");

        result.ExitCode.ShouldBe(ExitCode.Success, result.Error);
        result.Out.TrimEnd('\r', '\n').ShouldNotContain("\n");
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(result.Out);
        report.EnumerateObject().Select(property => property.Name).ShouldBe(JsonNames);
        report.GetProperty("runs").GetInt32().ShouldBe(10);
        NamesOf("readySeconds").ShouldBe(["p50", "p99", "max"]);
        NamesOf("timeOptimalRatio").ShouldBe(["p50", "p99"]);
        NamesOf("overshootCelsius").ShouldBe(["p50", "p99", "max"]);
        NamesOf("holdErrorCelsius").ShouldBe(["p95", "p99"]);
        NamesOf("puffDroopCelsius").ShouldBe(["p50", "p99", "max"]);
        NamesOf("peakCelsius").ShouldBe(["max"]);
        string[] lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(10);
        lines[^1].TrimEnd('\r').ShouldBe("10 of 10 sessions");
        result.Error.ShouldNotContain("\u001b");

        IEnumerable<string> NamesOf(string name) => report.GetProperty(name).EnumerateObject().Select(property => property.Name);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_output_and_another_seed_another()
    {
        string first = await OutAsync("4");

        (await OutAsync("4")).ShouldBe(first);
        (await OutAsync("5")).ShouldNotBe(first);
    }

    [Fact]
    public async Task The_text_fits_80_columns()
    {
        CommandLine result = await CommandLine.RunAsync("montecarlo", "--runs", "5");

        result.ExitCode.ShouldBe(ExitCode.Success, result.Error);
        foreach (string part in new[] { "Seed 1, from run 0, spread ±30 %", "False trips", "Overshoot, °C", "Puffs miscounted" })
        {
            result.Out.ShouldContain(part);
        }

        result.Out.Split('\n').Max(line => line.TrimEnd('\r').Length).ShouldBeLessThanOrEqualTo(80);
        result.Out.ShouldNotContain("\u001b");
    }

    [Theory]
    [InlineData("--runs", "0")]
    [InlineData("--runs", "many")]
    [InlineData("--first", "-1")]
    [InlineData("--spread", "0.31")]
    [InlineData("--spread", "-0.1")]
    public async Task What_cannot_be_drawn_is_a_usage_error_that_names_the_option(string option, string value)
    {
        CommandLine result = await CommandLine.RunAsync("montecarlo", option, value);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain(value);
    }

    [Fact]
    public async Task The_user_may_end_it()
    {
        CommandLine result = await CommandLine.RunUntilAsync(["montecarlo"], new CancellationToken(canceled: true));

        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain("ended by the user");
    }

    private static async Task<string> OutAsync(string seed) =>
        (await CommandLine.RunAsync("montecarlo", "--runs", "6", "--seed", seed, "--format", "json")).Out;
}
