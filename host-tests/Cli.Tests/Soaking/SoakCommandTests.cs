using System.Text.Json;

namespace IqosDevice.Cli.Tests.Soaking;

/// <summary>The heap that a soak reports is that of the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(SoakCommandTests), DisableParallelization = true)]
[Collection(nameof(SoakCommandTests))]
public sealed class SoakCommandTests
{
    [Fact]
    public async Task A_soak_reports_its_figures_as_json_and_its_seed_before_it_begins()
    {
        // So many that what servers of earlier tests still give back of the heap weighs little.
        CommandLine result = await CommandLine.RunAsync("soak", "--holders", "40", "--for", "1m", "--seed", "5", "--format", "json");

        result.ExitCode.ShouldBe(ExitCode.Success);
        result.Error.ShouldStartWith("seed 5, holders 0 to 39");
        JsonElement report = JsonDocument.Parse(result.Out).RootElement;
        report.GetProperty("holders").GetInt32().ShouldBe(40);
        report.GetProperty("virtualSeconds").GetDouble().ShouldBe(60);
        report.GetProperty("violations").GetArrayLength().ShouldBe(0);
        report.GetProperty("minutes").GetArrayLength().ShouldBe(1);
        report.GetProperty("bytesPerHolder").GetProperty("start").GetInt64().ShouldBeGreaterThan(1000);
        report.GetProperty("bytesPerHolder").GetProperty("grownPerHour").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("processorMicrosecondsPerHolderSecond").GetDouble().ShouldBeGreaterThan(0);
        report.GetProperty("hash").GetString()!.Length.ShouldBe(16);
    }

    [Fact]
    public async Task For_people_there_is_a_table_with_the_same_hash_on_any_number_of_threads()
    {
        string[] command = ["soak", "--holders", "3", "--for", "20s", "--sessions"];
        CommandLine one = await CommandLine.RunAsync([.. command, "--threads", "1"]);
        CommandLine two = await CommandLine.RunAsync([.. command, "--threads", "2"]);

        HashOf(one).ShouldBe(HashOf(two));
        one.Out.ShouldContain("3 at once at most");
    }

    [Theory]
    [InlineData("--for", "1x")]
    [InlineData("--for", "0s")]
    [InlineData("--for", "h")]
    [InlineData("--for", "-5m")]
    [InlineData("--holders", "0")]
    [InlineData("--threads", "0")]
    [InlineData("--first", "-1")]
    public async Task A_value_out_of_range_is_a_usage_error(string option, string value)
    {
        CommandLine result = await CommandLine.RunAsync("soak", option, value);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain(option);
    }

    private static string HashOf(CommandLine result) =>
        result.Out.Split('\n').Single(static line => line.StartsWith("hash", StringComparison.Ordinal));
}
