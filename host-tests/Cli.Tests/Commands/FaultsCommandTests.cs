using System.Text.Json;

namespace IqosDevice.Cli.Tests.Commands;

public sealed class FaultsCommandTests
{
    private static readonly string[] CellMembers =
    [
        "row", "fault", "phase", "plant", "caughtBy", "latencyMilliseconds", "peakCelsius", "latched", "mutantCaughtBy", "pass",
    ];

    [Fact]
    public async Task The_json_has_a_cell_for_every_phase_and_plant_and_a_summary()
    {
        CommandLine result = await CommandLine.RunAsync("faults", "--rows", "2", "--format", "json");

        JsonElement report = JsonSerializer.Deserialize<JsonElement>(result.Out);
        JsonElement[] cells = [.. report.GetProperty("cells").EnumerateArray()];
        cells.Length.ShouldBe(15);
        cells.ShouldAllBe(cell => cell.EnumerateObject().Select(member => member.Name).SequenceEqual(CellMembers));
        cells.Select(cell => cell.GetProperty("phase").GetString()).Distinct()
            .ShouldBe(["heat-up", "hold", "puff", "cool-down", "charging"]);
        cells.Select(cell => cell.GetProperty("plant").GetString()).Distinct().ShouldBe(["smallest", "nominal", "largest"]);
        JsonElement hold = cells.First(cell =>
            cell.GetProperty("phase").GetString() == "hold" && cell.GetProperty("plant").GetString() == "nominal");
        hold.GetProperty("row").GetInt32().ShouldBe(2);
        hold.GetProperty("fault").GetString().ShouldBe("second-sensor-short");
        hold.GetProperty("caughtBy").GetString().ShouldBe("row 2");
        hold.GetProperty("latencyMilliseconds").GetInt32().ShouldBeInRange(20, 200);
        hold.GetProperty("peakCelsius").GetDouble().ShouldBeInRange(300, 400);
        hold.GetProperty("latched").GetBoolean().ShouldBeFalse();
        hold.TryGetProperty("mutantCaughtBy", out _).ShouldBeTrue();
        JsonElement summary = report.GetProperty("summary");
        summary.GetProperty("cells").GetInt32().ShouldBe(15);
        summary.GetProperty("passed").GetInt32().ShouldBe(cells.Count(cell => cell.GetProperty("pass").GetBoolean()));
        summary.GetProperty("uncaught").GetInt32().ShouldBe(0);
        result.Error.ShouldContain("15 of 15 cells");
    }

    [Fact]
    public async Task The_exit_code_tells_whether_all_is_as_expected()
    {
        CommandLine result = await CommandLine.RunAsync("faults", "--rows", "2");

        result.ExitCode.ShouldBe(ExitCode.Success);
        result.Out.ShouldContain("15 cells, 15 passed, 0 uncaught");
    }

    [Fact]
    public async Task The_expectation_table_is_written_on_demand()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("expectations.csv");

        CommandLine result = await CommandLine.RunAsync("faults", "--rows", "2", "--format", "md", "--expectations", file);

        result.Out.ShouldContain("| 2 | `second-sensor-short` |");
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines.Count(line => line.StartsWith("2;second-sensor-short;", StringComparison.Ordinal)).ShouldBe(5);
        lines.ShouldContain(line => line.StartsWith("2;second-sensor-short;Puff;row 2 [", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_drawings_are_made_on_demand()
    {
        using var folder = new TemporaryFolder();

        CommandLine result = await CommandLine.RunAsync("faults", "--rows", "2", "--plots", folder.File("plots"));

        result.ExitCode.ShouldBe(ExitCode.Success);
        foreach (string name in (string[])["fault-stall.svg", "fault-runaway.svg", "fault-stuck.svg"])
        {
            string drawing = await File.ReadAllTextAsync(
                Path.Combine(folder.File("plots"), name), TestContext.Current.CancellationToken);
            drawing.Split("stroke-width=\"1.5\"").Length.ShouldBe(4);
        }
    }

    [Fact]
    public async Task A_row_that_cannot_be_proven_says_why()
    {
        CommandLine result = await CommandLine.RunAsync("faults", "--rows", "46");

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("managed code");
    }
}
