using System.Text.Json;
using IqosDevice.Benchmarks.Gauge;
using IqosDevice.Cli.Tests;

namespace IqosDevice.Benchmarks.Tests.Gauge;

public sealed class GaugeReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Tells_of_each_file_what_the_gauge_was_off_by_with_and_without_errors()
    {
        JsonElement report = Report("25degC_new.csv", 4000);

        JsonElement[] files = [.. report.GetProperty("files").EnumerateArray()];
        files.Length.ShouldBe(2);
        foreach (JsonElement file in files)
        {
            file.GetProperty("file").GetString().ShouldBe("25degC_new.csv");
            file.GetProperty("celsius").GetInt32().ShouldBe(25);
            file.GetProperty("usedForIdentification").GetBoolean().ShouldBeFalse();
            file.GetProperty("rmseAfter10MinPercent").GetDouble().ShouldBeInRange(0.01, 2);
            file.GetProperty("maxPercent").GetDouble().ShouldBeInRange(0.01, 3);
        }

        files.Select(static file => file.GetProperty("errorsInjected").GetBoolean()).ShouldBe([true, false]);
        double[] counters =
        [
            .. report.GetProperty("references").EnumerateArray().Where(static row => row.GetProperty("estimator").GetString() == "counter")
                .Select(static row => row.GetProperty("rmseAfter10MinPercent").GetDouble()),
        ];
        counters.ShouldBe([5, 0], 0.2);
        report.GetProperty("medians")[0].GetProperty("gauge").GetDouble()
            .ShouldBe(files[0].GetProperty("rmseAfter10MinPercent").GetDouble(), 1e-9);
    }

    [Fact]
    public void A_file_of_less_than_ten_minutes_has_no_figure_after_them()
    {
        JsonElement report = Report("25degC_short.csv", 300);

        report.GetProperty("files")[0].GetProperty("rmsePercent").GetDouble().ShouldBeGreaterThan(0);
        report.GetProperty("files")[0].GetProperty("rmseAfter10MinPercent").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("files")[0].GetProperty("maxPercent").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("medians").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void The_plants_cell_follows_a_cell_of_its_own_voltages()
    {
        SyntheticCycle.Write(folder.File("25degC_new.csv"), 4000);

        PlantCell plant = PlantCell.Of(CellLog.Read(folder.File("25degC_new.csv")), KnownCell.Panasonic.Plant).ShouldHaveSingleItem();

        plant.RmsMillivolts.ShouldBeInRange(1, 40);
        plant.LargestMillivolts.ShouldBeInRange(plant.RmsMillivolts, 120);
        PlantCell.Of(CellLog.Read(folder.File("25degC_new.csv")), KnownCell.Lg.Plant).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(64, "--data", "no-such-folder")]
    [InlineData(64, "--cell", "lg")]
    [InlineData(64, "--data", ".", "--format", "xml")]
    public void A_wrong_call_is_refused(int exitCode, params string[] args) => GaugeCommand.Run(args).ShouldBe(exitCode);

    [Fact]
    public void A_folder_without_a_cycle_is_an_error_and_a_broken_file_beside_a_good_one_is_not()
    {
        GaugeCommand.Run(["--data", folder.Path]).ShouldBe(1);
        File.WriteAllText(folder.File("25degC_broken.csv"), "time_s\n1\n");
        GaugeCommand.Run(["--data", folder.Path]).ShouldBe(1);
        SyntheticCycle.Write(folder.File("25degC_new.csv"), 700);
        GaugeCommand.Run(["--data", folder.Path, "--plots", folder.File("plots")]).ShouldBe(0);
        File.Exists(folder.File("plots/25degC_new.svg")).ShouldBeTrue();
    }

    private JsonElement Report(string file, int seconds)
    {
        SyntheticCycle.Write(folder.File(file), seconds);
        CellLog log = CellLog.Read(folder.File(file));
        var report = new GaugeReport(KnownCell.Panasonic, [.. GaugeRun.Run(log, KnownCell.Panasonic, plots: null)], [], [], [], []);
        var output = new StringWriter();
        report.WriteMarkdown(output);
        output.ToString().ShouldContain(file);
        output.GetStringBuilder().Clear();
        report.WriteJson(output);
        return JsonDocument.Parse(output.ToString()).RootElement;
    }
}
