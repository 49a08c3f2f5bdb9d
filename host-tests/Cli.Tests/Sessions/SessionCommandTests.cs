using System.Text.Json;

namespace IqosDevice.Cli.Tests.Sessions;

public sealed class SessionCommandTests
{
    private static readonly string[] JsonNames =
    [
        "model", "seed", "puffProfile", "readyAtSeconds", "peakCelsius", "overshootCelsius", "holdErrorP95Celsius",
        "puffDroopMaxCelsius", "puffs", "endReason", "energyJoules", "chargeBeforePercent", "chargeAfterPercent", "faults",
        "virtualSeconds", "wallMilliseconds", "timesRealTime", "runs", "fastestWallMilliseconds", "fastestTimesRealTime", "traceHash",
    ];

    [Fact]
    public async Task Json_is_one_object_with_exactly_the_agreed_names()
    {
        CommandLine result = await CommandLine.RunAsync(
            "session", "--format", "json", "--puffs", "hci", "--seed", "3", "--model", "iluma-one");

        result.ExitCode.ShouldBe(ExitCode.Success, result.Error);
        result.Error.ShouldBeEmpty();
        result.Out.TrimEnd('\r', '\n').ShouldNotContain("\n");
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(result.Out);
        report.EnumerateObject().Select(property => property.Name).ShouldBe(JsonNames);
        report.GetProperty("model").GetString().ShouldBe("ILUMA ONE");
        report.GetProperty("seed").GetUInt64().ShouldBe(3UL);
        report.GetProperty("puffProfile").GetString().ShouldBe("hci");
        report.GetProperty("readyAtSeconds").GetDouble().ShouldBeInRange(18, 25);
        report.GetProperty("peakCelsius").GetDouble().ShouldBeInRange(335, 350);
        report.GetProperty("faults").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Repeated_it_reports_the_first_run_and_the_fastest()
    {
        JsonElement report = await ReportAsync("--repeat", "3");

        report.GetProperty("runs").GetInt32().ShouldBe(3);
        report.GetProperty("fastestWallMilliseconds").GetDouble().ShouldBeInRange(0.001, report.GetProperty("wallMilliseconds").GetDouble());
        double virtualSeconds = report.GetProperty("virtualSeconds").GetDouble();
        report.GetProperty("timesRealTime").GetDouble()
            .ShouldBe(virtualSeconds / report.GetProperty("wallMilliseconds").GetDouble() * 1000, tolerance: 0.51);
    }

    [Theory]
    [InlineData("hci", "Time", 12)]
    [InlineData("worst", "Puffs", 14)]
    [InlineData("none", "Time", 0)]
    public async Task A_session_ends_by_time_or_by_puffs(string profile, string endReason, int puffs)
    {
        JsonElement report = await ReportAsync("--puffs", profile);

        report.GetProperty("endReason").GetString().ShouldBe(endReason);
        report.GetProperty("puffs").GetInt32().ShouldBe(puffs);
    }

    [Fact]
    public async Task One_seed_gives_one_trace_and_another_seed_another()
    {
        JsonElement first = await ReportAsync("--seed", "11");
        JsonElement again = await ReportAsync("--seed", "11");
        JsonElement other = await ReportAsync("--seed", "12");

        again.GetProperty("traceHash").GetString().ShouldBe(first.GetProperty("traceHash").GetString());
        other.GetProperty("traceHash").GetString().ShouldNotBe(first.GetProperty("traceHash").GetString());
    }

    [Fact]
    public async Task Writing_the_curves_does_not_change_the_trace()
    {
        using var folder = new TemporaryFolder();
        JsonElement without = await ReportAsync();
        JsonElement with = await ReportAsync("--csv", folder.File("curves.csv"));

        with.GetProperty("traceHash").GetString().ShouldBe(without.GetProperty("traceHash").GetString());
    }

    [Fact]
    public async Task The_text_is_a_table_and_a_chart_that_fit_80_columns()
    {
        CommandLine result = await CommandLine.RunAsync("session");

        result.ExitCode.ShouldBe(ExitCode.Success, result.Error);
        result.Error.ShouldBeEmpty();
        string[] parts = ["ILUMA i, seed 1, puffs natural", "Ready after", "Heater, °C", "Power, W", "Charge of the cell, %"];
        foreach (string part in parts)
        {
            result.Out.ShouldContain(part);
        }

        result.Out.Split('\n').Max(line => line.TrimEnd('\r').Length).ShouldBeLessThanOrEqualTo(80);
        result.Out.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task The_curves_go_to_a_csv_file_with_a_header()
    {
        using var folder = new TemporaryFolder();

        await ReportAsync("--csv", folder.File("curves.csv"));

        string[] lines = await File.ReadAllLinesAsync(folder.File("curves.csv"), TestContext.Current.CancellationToken);
        string[] names = lines[0].Split(',');
        names.ShouldContain("heaterCelsius");
        lines.Length.ShouldBeGreaterThan(300);
        lines.ShouldAllBe(line => line.Split(',').Length == names.Length);
    }

    [Fact]
    public async Task Puffs_come_from_a_file()
    {
        using var file = new TemporaryFile("startSeconds,millilitres,seconds\n10,55,2\n40,50,2\n");

        (await ReportAsync("--puffs", file.Path)).GetProperty("puffs").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_bad_puff_file_is_a_usage_error_that_names_the_line()
    {
        using var file = new TemporaryFile("10,55,2\n20,much,2\n");

        CommandLine result = await CommandLine.RunAsync("session", "--puffs", file.Path);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain(file.Path);
        result.Error.ShouldContain("line 2", Case.Insensitive);
    }

    [Fact]
    public async Task A_csv_file_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();

        CommandLine result = await CommandLine.RunAsync("session", "--csv", folder.File("no/such/folder.csv"));

        result.ExitCode.ShouldBe(ExitCode.Unavailable);
        result.Error.ShouldContain("folder.csv");
    }

    private static async Task<JsonElement> ReportAsync(params string[] args)
    {
        CommandLine result = await CommandLine.RunAsync(["session", "--format", "json", .. args]);
        result.ExitCode.ShouldBe(ExitCode.Success, result.Error);
        return JsonSerializer.Deserialize<JsonElement>(result.Out);
    }
}
